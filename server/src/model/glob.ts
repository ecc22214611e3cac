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
      const matching = (entries ?? []).filter(({ name, isFolder }) => (isLast || isFolder) && matches(part, name));
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
  return parts.length === names.length && parts.every((part, index) => matches(part, names[index] ?? ''));
}

function matches(part: string, name: string): boolean {
  if (name.startsWith('.') && !/^(?:\\?\.)/.test(part)) return false;
  try {
    return new RegExp(`^${expressionOf(part)}$`, 'su').test(name);
  } catch {
    return false; // a range that ends before it begins
  }
}

function expressionOf(part: string): string {
  return part.replace(/\\(.)|\[([!^]?)(\]?[^\]]*)\]|[\s\S]/gu, (token, escaped, negated, set) => {
    if (escaped !== undefined) return literal(escaped);
    if (set !== undefined) return `[${negated ? '^' : ''}${setOf(set)}]`;
    if (token === '*') return '.*';
    if (token === '?') return '.';
    return literal(token);
  });
}

function setOf(set: string): string {
  return set.replace(/\\(.)/gu, '$1').replace(/[\\\]^[]/g, '\\$&');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function unescaped(part: string): string {
  return part.replace(/\\(.)/gs, '$1');
}

/** UTF-8 bytes sort as code points do; UTF-16 units do not. */
function byBytes(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
