import { byteLength } from '../text/bytes.js';

/** The absolute path that the server opens for `path` while it works in `directory`, `.` and `..` resolved by name. */
export function resolvePath(directory: string, path: string): string {
  const segments: string[] = [];
  for (const segment of (path.startsWith('/') ? path : `${directory}/${path}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return `/${segments.join('/')}`;
}

/** The pattern for `glob(3)` that means `pattern` to a server that works in `directory`. */
export function resolvePattern(directory: string, pattern: string): string {
  if (pattern.startsWith('/')) return pattern;
  return `${directory.replace(/[\\*?[\]]/g, '\\$&').replace(/\/$/, '')}/${pattern}`;
}

/** Whether Linux takes no such path, whatever the machine has: `NAME_MAX` and `PATH_MAX`. */
export function isTooLong(path: string): boolean {
  return byteLength(path) >= 4096 || path.split('/').some((name) => byteLength(name) > 255);
}

/** What C's `strerror` says of such a path. */
export const TOO_LONG = 'File name too long';

/** What C's `strerror` says where there is nothing of that name. */
export const NO_FILE = 'No such file or directory';

/** What it ought to be, for people. */
export const MOST_OF_A_NAME = 'at most 255 bytes long';
