import { byteString } from '../text/bytes.js';
import { fnmatch } from './fnmatch.js';
import { resolvePath } from './paths.js';

/** What stands in a folder; undefined where there is no such folder. */
export type ListFolder = (path: string) => Promise<readonly FolderEntry[] | undefined | 'withheld'>;

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * The paths that match a pattern as `glob(3)` reads it: `*`, `?` and `[…]` stand for anything but a slash and for a
 * leading dot never; a backslash takes the next character as it is. A slash at the end wants folders.
 * @param pattern an absolute path
 * @param list reads one folder, given by its absolute path
 * @returns with `.` and `..` resolved, sorted by bytes as they were before; `withheld` where a folder on the way must not
 * be looked at
 */
export async function pathsMatching(pattern: string, list: ListFolder): Promise<readonly string[] | 'withheld'> {
  const parts = pattern.split('/').filter((part) => part !== '');
  let found: readonly Match[] = [{ written: '', path: '' }];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const next: Match[] = [];
    for (const folder of found) {
      const isNamed = !isPattern(part);
      if (isNamed && !isLast && !isDots(part)) {
        next.push(below(folder, unescaped(part)));
        continue;
      }
      const entries = await list(folder.path === '' ? '/' : folder.path);
      if (entries === 'withheld') return 'withheld';
      if (entries !== undefined && isDots(part)) next.push(below(folder, part));
      const onlyFolders = !isLast || pattern.endsWith('/');
      const matching = (entries ?? []).filter(
        ({ name, isFolder }) => (!onlyFolders || isFolder) && fnmatch(part, name),
      );
      next.push(...matching.map(({ name }) => below(folder, name)));
    }
    found = next;
  }
  return [...found].sort((a, b) => byBytes(a.written, b.written)).map(({ path }) => path);
}

interface Match {
  /** With `.` and `..` in it, as the pattern has them. */
  readonly written: string;
  readonly path: string;
}

function below({ written, path }: Match, name: string): Match {
  return {
    written: `${written}/${name}`,
    path: isDots(name) ? resolvePath(path, name).replace(/^\/$/, '') : `${path}/${name}`,
  };
}

function isDots(part: string): boolean {
  return part === '.' || part === '..';
}

/** Whether a path has characters that `glob(3)` gives a meaning. */
export function isPattern(path: string): boolean {
  return /[*?[]/.test(path);
}

/** Whether an absolute path is among those that an absolute pattern stands for. */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.split('/').filter((part) => part !== '');
  const names = path.split('/').filter((name) => name !== '');
  return parts.length === names.length && parts.every((part, index) => fnmatch(part, names[index] ?? ''));
}

function unescaped(part: string): string {
  return part.replace(/\\(.)/gs, '$1');
}

function byBytes(a: string, b: string): number {
  const left = byteString(a);
  const right = byteString(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
