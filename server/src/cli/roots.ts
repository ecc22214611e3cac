import { isPattern, pathsMatching } from '../model/glob.js';
import { resolvePath, resolvePattern } from '../model/paths.js';
import type { RootKind } from '../model/project.js';
import { HEAD_LENGTH, type LanguageId, languageIdOf, mayBeOurs } from '../syntax/language-id.js';
import type { Io } from './io.js';

/** A file that a server may be started with, read. */
export interface Root {
  /** Absolute, as this machine knows it. */
  readonly path: string;
  /** As it was given on the command line. */
  readonly shown: string;
  readonly uri: string;
  readonly text: string;
  readonly kind: RootKind;
  /** `found` in a folder, where a file that others include is no root; `named` on the command line, where it is. */
  readonly origin: 'named' | 'found';
}

/** The files that were asked for, and sentences about those that cannot be had. */
export interface Roots {
  readonly roots: readonly Root[];
  readonly failures: readonly string[];
}

/** How standard input is named on the command line. */
export const STDIN = '-';

/** Reads what PATHs stand for: files, folders with all that is ours in them, patterns, standard input. */
export async function rootsAt(paths: readonly string[], kind: RootKind | undefined, io: Io): Promise<Roots> {
  const roots = new Map<string, Root>();
  const failures: string[] = [];
  for (const path of paths) {
    const found = path === STDIN ? await standardInput(kind, io) : await rootsOf(path, kind, io);
    failures.push(...found.failures);
    for (const root of found.roots) if (!roots.has(root.uri)) roots.set(root.uri, root);
  }
  return { roots: [...roots.values()], failures };
}

/** What a file is, by name and first lines; a name that says nothing is taken for a configuration file. */
export function kindOf(path: string, text: string): RootKind {
  const id = languageIdOf(path, text.slice(0, HEAD_LENGTH));
  if (id !== undefined) return KIND_OF[id];
  return path.endsWith('.acl') ? 'acl' : 'config';
}

const KIND_OF: Readonly<Record<LanguageId, RootKind>> = {
  'redis-conf': 'config',
  'redis-sentinel': 'sentinel',
  'redis-acl': 'acl',
};

async function rootsOf(given: string, kind: RootKind | undefined, io: Io): Promise<Roots> {
  const path = resolvePath(io.workingDirectory, given);
  const answer = await io.disk.read(path);
  switch (answer.kind) {
    case 'text': {
      const { uri, text } = answer;
      return only({ path, shown: given, uri, text, kind: kind ?? kindOf(path, text), origin: 'named' });
    }
    case 'directory':
      return inFolder(path, given, kind, io);
    case 'withheld':
      return none(`${given}: ${answer.reason}`);
    case 'missing':
      return isPattern(given) ? matching(given, kind, io) : none(`${given}: no such file`);
  }
}

async function standardInput(kind: RootKind | undefined, io: Io): Promise<Roots> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of io.stdin) {
    length += piece.length;
    if (length > LONGEST_INPUT) return none(`standard input: more than ${LONGEST_INPUT / 1024 / 1024} MB`);
    pieces.push(piece);
  }
  const text = pieces.join('');
  const path = resolvePath(io.workingDirectory, STDIN);
  return only({ path, shown: STDIN, uri: 'stdin:', text, kind: kind ?? kindOf(STDIN, text), origin: 'named' });
}

/** In UTF-16 units. */
const LONGEST_INPUT = 16 * 1024 * 1024;

async function matching(given: string, kind: RootKind | undefined, io: Io): Promise<Roots> {
  const paths = await matchingPaths(resolvePattern(io.workingDirectory, given), io);
  if (paths === 'withheld') return none(`${given}: permission denied`);
  if (paths.length === 0) return none(`${given}: no file matches`);
  const roots: Root[] = [];
  const failures: string[] = [];
  for (const path of paths) {
    const found = await rootsOf(shownLike(given, path, io), kind, io);
    roots.push(...found.roots);
    failures.push(...found.failures);
  }
  return { roots, failures };
}

/** As a server matches an include, and `**` stands for any number of folders. */
async function matchingPaths(pattern: string, { disk }: Io): Promise<readonly string[] | 'withheld'> {
  const deep = pattern.indexOf('/**/');
  if (deep === -1) return pathsMatching(pattern, disk.list);
  const base = pattern.slice(0, deep).replace(/\\(.)/g, '$1');
  const folders = new Set([base]);
  for await (const path of disk.walk(base)) folders.add(path.slice(0, path.lastIndexOf('/')));
  const found: string[] = [];
  for (const folder of folders) {
    const paths = await pathsMatching(resolvePattern(folder, pattern.slice(deep + '/**/'.length)), disk.list);
    if (paths !== 'withheld') found.push(...paths);
  }
  return found;
}

async function inFolder(folder: string, given: string, kind: RootKind | undefined, io: Io): Promise<Roots> {
  const roots: Root[] = [];
  const failures: string[] = [];
  for await (const path of io.disk.walk(folder)) {
    if (!mayBeOurs(path)) continue;
    const head = await io.disk.head(path);
    const id = head === undefined ? undefined : languageIdOf(path, head);
    if (id === undefined || (kind !== undefined && KIND_OF[id] !== kind)) continue;
    const answer = await io.disk.read(path);
    const shown = shownLike(given, path, io);
    if (answer.kind === 'withheld') failures.push(`${shown}: ${answer.reason}`);
    if (answer.kind !== 'text') continue;
    roots.push({ path, shown, uri: answer.uri, text: answer.text, kind: KIND_OF[id], origin: 'found' });
  }
  return { roots, failures };
}

/** A path in the manner of the one given: absolute if that was, else relative to the working directory. */
export function shownLike(given: string, path: string, { workingDirectory }: Io): string {
  const inside = `${workingDirectory === '/' ? '' : workingDirectory}/`;
  return given.startsWith('/') || !path.startsWith(inside) ? path : path.slice(inside.length);
}

function only(root: Root): Roots {
  return { roots: [root], failures: [] };
}

function none(failure: string): Roots {
  return { roots: [], failures: [failure] };
}
