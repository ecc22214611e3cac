import { type Baseline, NO_BASELINE, readBaseline, withoutKnown } from '../configuration/baseline.js';
import { mappedFiles, serverPath } from '../configuration/mapped-files.js';
import type { Files } from '../model/files.js';
import { loadProject } from '../model/load.js';
import type { Project } from '../model/project.js';
import type { Finding } from '../rules/define.js';
import { RULES } from '../rules/registry.js';
import { findingsOf } from '../rules/run.js';
import { type FilesBeside, filesWithEditors } from './files.js';
import type { Measures } from './measures.js';
import { isFragment, type RootFile, rootKindOf, rootsAround, rootsNamed } from './roots.js';
import { folderOf, keyOf, pathOf } from './uris.js';

/** A file in an editor. */
export interface OpenFile {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  getText(): string;
}

/** What the session needs of its surroundings. */
export interface Surroundings {
  /** All files open in editors. */
  openFiles(): readonly OpenFile[];
  readonly files: FilesBeside;
  /** URIs. */
  workspaceFolders(): readonly string[];
  measuresFor(uri: string): Promise<Measures>;
  randomBytes(count: number): Uint8Array;
  now(): number;
  /** Lets messages in that have arrived meanwhile. */
  breathe(): Promise<void>;
  onRuleError(rule: string, error: unknown): void;
}

/** One root file, all that a server would read with it, and what is to be said of that. */
export interface Analysis {
  readonly project: Project;
  readonly measures: Measures;
  /** Versions of the open files that were read, by URI. */
  readonly versions: ReadonlyMap<string, number>;
  /** Made when first asked for. */
  findings(): readonly Finding[];
}

/** The only state of the language server: one analysis per root file, made when asked for and dropped when its files change. */
export interface Session {
  /** The analyses in which a file takes part; empty for files of other programs. Never those of an older text. */
  analysesOf(uri: string): Promise<readonly Analysis[]>;
  /** The text of a file was changed, or the file was opened or closed. */
  edited(uri: string): void;
  /** Files, settings or folders have changed in ways that nobody follows in detail. */
  forget(): void;
}

/** Opens the session of one client. */
export function openSession(surroundings: Surroundings): Session {
  const roots = new Map<string, Root>();
  const searched = new Map<string, Promise<readonly RootFile[]>>();

  const analysisOf = (file: RootFile): Promise<Analysis | undefined> => {
    const key = `${file.kind} ${keyOf(file.uri)}`;
    const root = roots.get(key) ?? newRoot(file);
    roots.set(key, root);
    root.analysis ??= upToDate(file, root, surroundings);
    return root.analysis;
  };

  const closedRoots = async (uri: string): Promise<readonly RootFile[]> => {
    const folder = folderOf(uri);
    const search = searched.get(folder) ?? closedRootsFor(uri, surroundings);
    searched.set(folder, search);
    return search;
  };

  return {
    async analysesOf(uri) {
      const open = openRoots(surroundings);
      const own = open.find((root) => keyOf(root.uri) === keyOf(uri));
      const candidates = [...open, ...(own === undefined ? [] : await closedRoots(uri))].filter(isConfiguration);
      const analyses = present(await Promise.all(distinct(candidates).map(analysisOf)));
      const holding = topmost(analyses).filter((analysis) => analysis.project.documents.has(uri));
      if (holding.length > 0 || own === undefined) return holding;
      return present([await analysisOf(own)]);
    },

    edited(uri) {
      const key = keyOf(uri);
      for (const root of roots.values()) if (root.asked.has(key)) outdate(root);
    },

    forget() {
      for (const root of roots.values()) outdate(root);
      roots.clear();
      searched.clear();
    },
  };
}

interface Root {
  /** Counts what has changed; an analysis of an older edition is dropped. */
  edition: number;
  /** Whether an analysis is being made; it starts again by itself where something changes meanwhile. */
  busy: boolean;
  /** Keys of all files that the analysis looked for. */
  readonly asked: Set<string>;
  /** What it came to last: unchanged lines are taken over from there. */
  previous: Project | undefined;
  analysis: Promise<Analysis | undefined> | undefined;
}

function newRoot({ uri }: RootFile): Root {
  return { edition: 0, busy: false, asked: new Set([keyOf(uri)]), previous: undefined, analysis: undefined };
}

function outdate(root: Root): void {
  root.edition++;
  if (!root.busy) root.analysis = undefined;
}

/** Analyses again as long as something changes meanwhile, so that nobody is given what is stale. */
async function upToDate(file: RootFile, root: Root, surroundings: Surroundings): Promise<Analysis | undefined> {
  root.busy = true;
  try {
    for (;;) {
      const edition = root.edition;
      await surroundings.breathe();
      const analysis = await analyse(file, root, surroundings);
      root.previous = analysis?.project;
      if (root.edition === edition) return analysis;
    }
  } finally {
    root.busy = false;
  }
}

async function analyse(
  { uri, kind }: RootFile,
  { asked, previous }: Root,
  surroundings: Surroundings,
): Promise<Analysis | undefined> {
  const measures = await surroundings.measuresFor(uri);
  const { configuration, target } = measures;
  const versions = new Map<string, number>();
  const editors = {
    get(key: string) {
      const file = surroundings.openFiles().find((open) => keyOf(open.uri) === key);
      if (file === undefined) return undefined;
      versions.set(file.uri, file.version);
      return { kind: 'text', uri: file.uri, text: file.getText() } as const;
    },
  };
  const files = filesWithEditors(surroundings.files(uri), uri, editors, asked);
  const root = await files.read(pathOf(uri));
  if (root.kind !== 'text') return undefined;

  const mappings = configuration.paths.map(({ server, uri: folder }) => ({ server, local: pathOf(folder) }));
  const path = serverPath(pathOf(uri), mappings);
  const workingDirectory = configuration.workingDirectory ?? folderOf(path);
  const source = { uri: root.uri, path, text: root.text, kind, workingDirectory, previous };
  const project = await loadProject(source, target, mappedFiles(files, mappings));

  const baseline = await baselineIn(configuration.baseline, files);
  let findings: readonly Finding[] | undefined;
  const made = (): readonly Finding[] =>
    withoutKnown(judged(project, measures, surroundings), project, baseline, configuration.baseline ?? '');
  return { project, measures, versions, findings: () => (findings ??= made()) };
}

/** One that cannot be read leaves nothing out; the command line says why. */
async function baselineIn(uri: string | undefined, files: Files): Promise<Baseline> {
  const answer = uri === undefined ? undefined : await files.read(pathOf(uri));
  const baseline = answer?.kind === 'text' ? readBaseline(answer.text) : NO_BASELINE;
  return typeof baseline === 'string' ? NO_BASELINE : baseline;
}

/** A part that nobody is seen to include is judged line by line: what the whole of it comes to is not known. */
function judged(project: Project, measures: Measures, surroundings: Surroundings): readonly Finding[] {
  const { profile, severities, release, configuration } = measures;
  const { randomBytes, onRuleError } = surroundings;
  const request = {
    profile,
    severities,
    circumstances: { ...configuration.circumstances, release },
    allowances: configuration.allowances.filter(({ uri }) => project.documents.has(uri)),
    randomBytes,
    now: surroundings.now(),
    onRuleError,
  };
  if (!isFragment(project.root.path)) return findingsOf(project, request);

  const rules = RULES.filter((rule) => rule.kind === 'load' || (rule.project ?? rule.user) === undefined);
  const refusals = project.refusals.filter(({ step }) => step === 'reading');
  return findingsOf({ ...project, refusals }, { ...request, rules });
}

/** Those that the configuration file names, or else those that stand around the file. */
async function closedRootsFor(uri: string, surroundings: Surroundings): Promise<readonly RootFile[]> {
  const { roots } = (await surroundings.measuresFor(uri)).configuration;
  const files = surroundings.files(uri);
  return roots === undefined ? rootsAround(uri, surroundings.workspaceFolders(), files) : rootsNamed(roots, files);
}

function openRoots(surroundings: Surroundings): readonly RootFile[] {
  return surroundings.openFiles().flatMap((file) => {
    const kind = rootKindOf(file.uri, file.languageId, file.getText());
    return kind === undefined ? [] : [{ uri: file.uri, kind }];
  });
}

/** Without those that another one reads, unless the two read each other. */
function topmost(analyses: readonly Analysis[]): readonly Analysis[] {
  const reads = (a: Analysis, b: Analysis): boolean => a !== b && a.project.documents.has(b.project.root.uri);
  return analyses.filter((analysis) => !analyses.some((other) => reads(other, analysis) && !reads(analysis, other)));
}

function isConfiguration({ kind }: RootFile): boolean {
  return kind !== 'acl';
}

/** The first of each URI: what is open comes before what is on disk. */
function distinct(files: readonly RootFile[]): readonly RootFile[] {
  return [...new Map([...files].reverse().map((file) => [keyOf(file.uri), file])).values()].reverse();
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
