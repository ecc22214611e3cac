import type { Target } from '../catalog/target.js';
import { HEAD_LENGTH, languageIdOf } from '../syntax/language-id.js';
import { type Certificate, certificateIn, publicPartOf } from './certificate.js';
import type { FileAnswer, Files } from './files.js';
import { resolvePath, resolvePattern } from './paths.js';
import type { Project } from './project.js';
import type { RootFile } from './snapshot.js';
import type { Statement } from './statement.js';

/** What the server's start does not depend on, and what tells of it all the same; empty where nothing may be looked at. */
export interface Beside {
  /** The certificates that TLS settings name, by directive: those that are there and can be read. */
  readonly certificates: ReadonlyMap<string, CertificateFile>;
  /** The Sentinels that watch this server, or the servers that this Sentinel watches, whose files stand in the same folder. */
  readonly projects: readonly Project[];
  /** Permission bits, as of POSIX, by path: of the project's files and of its private keys, where the machine tells. */
  readonly modes: ReadonlyMap<string, number>;
}

/** A certificate that a directive names, and whether the key beside it is its own; undefined where that is not known. */
export interface CertificateFile {
  readonly certificate: Certificate;
  readonly hasItsKey: boolean | undefined;
}

export const NOTHING_BESIDE: Beside = { certificates: new Map(), projects: [], modes: new Map() };

/** Directives of certificates, each with the one of its key. */
export const CERTIFICATE_FILES: readonly (readonly [certificate: string, key: string])[] = [
  ['tls-cert-file', 'tls-key-file'],
  ['tls-client-cert-file', 'tls-client-key-file'],
];

/** What the start of a root file comes to, and whether it took nothing but that file to tell. */
export interface Started {
  readonly project: Project;
  readonly isAlone: boolean;
}

/** Reads a root file and replays the start of the target with it. */
type Start = (root: RootFile) => Promise<Started>;

/**
 * Looks around a project.
 * @param start for other root files, with the project's own target
 */
export async function besideOf(project: Project, root: RootFile, files: Files, start: Start): Promise<Beside> {
  if (project.kind === 'acl') return { ...NOTHING_BESIDE, modes: await modesOf([root.path], files) };
  const directory = project.settings.text('dir') || root.workingDirectory;
  const pathIn = (directive: string): string | undefined => {
    const path = project.settings.text(directive);
    return path === '' ? undefined : resolvePath(directory, path);
  };
  const keys = CERTIFICATE_FILES.map(([, key]) => pathIn(key)).filter((path) => path !== undefined);
  const documents = [...project.documents.values()].map(({ path }) => path);
  const [certificates, projects, modes] = await Promise.all([
    certificatesOf(pathIn, files),
    neighboursOf(project, root, files, start),
    modesOf([...documents, ...keys], files),
  ]);
  return { certificates, projects, modes };
}

async function certificatesOf(
  pathIn: (directive: string) => string | undefined,
  files: Files,
): Promise<ReadonlyMap<string, CertificateFile>> {
  const textOf = async (directive: string): Promise<string | undefined> => {
    const path = pathIn(directive);
    const answer = path === undefined ? undefined : await files.read(path);
    return answer?.kind === 'text' ? answer.text : undefined;
  };
  const found = new Map<string, CertificateFile>();
  for (const [directive, keyDirective] of CERTIFICATE_FILES) {
    const certificate = certificateIn((await textOf(directive)) ?? '');
    if (certificate === undefined) continue;
    const key = certificate.publicPart && publicPartOf((await textOf(keyDirective)) ?? '');
    found.set(directive, { certificate, hasItsKey: key === undefined ? undefined : key === certificate.publicPart });
  }
  return found;
}

async function modesOf(paths: readonly string[], files: Files): Promise<ReadonlyMap<string, number>> {
  const modes = new Map<string, number>();
  for (const path of paths) {
    const mode = await files.mode?.(path);
    if (mode !== undefined) modes.set(path, mode);
  }
  return modes;
}

/**
 * By the port: which of the machine's addresses a Sentinel uses cannot be told from files. Where several servers of the
 * folder have the same port, as in a collection of examples, it cannot be told which of them is meant.
 */
async function neighboursOf(project: Project, root: RootFile, files: Files, start: Start): Promise<readonly Project[]> {
  const { target } = project;
  if (project.kind === 'sentinel') {
    const servers = await startedBeside({ root, target, wanted: 'config' }, files, start);
    const watched = servers.filter((server) => watches(project, server));
    return watched.filter((server) => !watched.some((other) => other !== server && sharesPort(other, server)));
  }
  const sentinels = await startedBeside({ root, target, wanted: 'sentinel' }, files, start);
  const watching = sentinels.filter((sentinel) => watches(sentinel, project));
  if (watching.length === 0) return [];
  const others = await startedBeside({ root, target, wanted: 'config' }, files, start);
  return others.some((other) => sharesPort(other, project)) ? [] : watching;
}

interface Folder {
  /** The file in whose folder others are looked for. */
  readonly root: RootFile;
  readonly target: Target;
  readonly wanted: 'config' | 'sentinel';
}

async function startedBeside(folder: Folder, files: Files, start: Start): Promise<readonly Project[]> {
  const { root, wanted } = folder;
  const found: Project[] = [];
  for (const path of await pathsBeside(root.path, wanted, files)) {
    const answer = await files.read(path);
    if (answer.kind !== 'text' || languageIdOf(path, answer.text.slice(0, HEAD_LENGTH)) !== LANGUAGES[wanted]) continue;
    found.push(await startedOnce(path, answer, folder, start));
  }
  return found;
}

/** As long as the same answer is given for a file, a start that took nothing else comes to the same. */
async function startedOnce(
  path: string,
  answer: FileAnswer & { readonly kind: 'text' },
  { root, target, wanted }: Folder,
  start: Start,
): Promise<Project> {
  const { workingDirectory } = root;
  const known = startedAlone.get(answer);
  if (known?.project.target.name === target.name && known.workingDirectory === workingDirectory) return known.project;
  const { uri, text } = answer;
  const previous = root.previous?.beside.projects.find((project) => project.root.uri === uri);
  const { project, isAlone } = await start({ uri, path, text, kind: wanted, workingDirectory, previous });
  if (isAlone) startedAlone.set(answer, { project, workingDirectory });
  return project;
}

const startedAlone = new WeakMap<FileAnswer, { readonly project: Project; readonly workingDirectory: string }>();

const LANGUAGES = { config: 'redis-conf', sentinel: 'redis-sentinel' } as const;

async function pathsBeside(path: string, wanted: 'config' | 'sentinel', files: Files): Promise<readonly string[]> {
  const folder = path.slice(0, path.lastIndexOf('/'));
  const found = await files.glob(resolvePattern(folder, wanted === 'sentinel' ? '*sentinel*.conf' : '*.conf'));
  return found === 'withheld' ? [] : found.filter((other) => other !== path).slice(0, MOST_LOOKED_AT);
}

const MOST_LOOKED_AT = 20;

function watches(sentinel: Project, server: Project): boolean {
  const ports = portsOf(server);
  return monitorLines(sentinel).some(({ args }) => ports.includes(args[3]?.value ?? ''));
}

function sharesPort(one: Project, other: Project): boolean {
  const ports = portsOf(other);
  return portsOf(one).some((port) => ports.includes(port));
}

function portsOf({ settings }: Project): readonly string[] {
  return [settings.text('port'), settings.text('tls-port')].filter((port) => port !== '0');
}

/** The `sentinel monitor` lines of a Sentinel. */
export function monitorLines({ settings }: Project): readonly Statement[] {
  return settings.statements('sentinel').filter(({ args }) => args[0]?.value.toLowerCase() === 'monitor');
}
