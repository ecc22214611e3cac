import { byteString } from '../text/bytes.js';
import { fnmatch } from './fnmatch.js';

/** What stands in a folder; undefined where there is no such folder. */
export type ListFolder = (path: string) => Promise<readonly FolderEntry[] | undefined | 'withheld'>;

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/**
 * The paths that match a pattern as `glob(3)` reads it: `*`, `?` and `[…]` stand for anything but a slash and for a
 * leading dot never; a backslash takes the next character as it is.
 * @param pattern an absolute path
 * @param list reads one folder, given by its absolute path
 * @returns sorted by bytes; `withheld` where a folder on the way must not be looked at
 */
export async function pathsMatching(pattern: string, list: ListFolder): Promise<readonly string[] | 'withheld'> {
  const parts = pattern.split('/').filter((part) => part !== '');
  let found = [''];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const next: string[] = [];
    for (const folder of found) {
      if (!isPattern(part) && !isLast) {
        next.push(`${folder}/${unescaped(part)}`);
        continue;
      }
      const entries = await list(folder === '' ? '/' : folder);
      if (entries === 'withheld') return 'withheld';
      const matching = (entries ?? []).filter(({ name, isFolder }) => (isLast || isFolder) && fnmatch(part, name));
      next.push(...matching.map(({ name }) => `${folder}/${name}`));
    }
    found = next;
  }
  return found.sort(byBytes);
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
