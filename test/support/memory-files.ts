import type { FileAnswer, Files } from '../../server/src/model/files.js';

/** What stands at a path: a text, or something that we may not look at. */
export type Content = { readonly text: string } | 'withheld';

/** A file system out of a table of absolute paths; the URI of `/etc/x` is `file:///etc/x`. */
export function memoryFiles(contents: ReadonlyMap<string, Content>): Files {
  return {
    read: async (path) => answer(path, contents),
    glob: async (pattern) => [...contents.keys()].filter((path) => matcher(pattern).test(path)).sort(),
  };
}

export function uriOf(path: string): string {
  return `file://${path}`;
}

function answer(path: string, contents: ReadonlyMap<string, Content>): FileAnswer {
  const content = contents.get(path);
  if (content === 'withheld') return { kind: 'withheld', reason: 'outside the workspace' };
  if (content !== undefined) return { kind: 'text', uri: uriOf(path), text: content.text };
  const isFolder = [...contents.keys()].some((other) => other.startsWith(path.replace(/\/*$/, '/')));
  return isFolder ? { kind: 'directory' } : { kind: 'missing' };
}

/** `*`, `?` and `[…]` of `glob(3)`: none of them matches a slash or the dot that hides a file. */
function matcher(pattern: string): RegExp {
  const source = pattern.replace(/\\.|\[[^\]/]+\]|[*?]|[.+^${}()|]/g, (part) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.startsWith('[') ? part.replace('[!', '[^') : `\\${part.at(-1)}`;
  });
  return new RegExp(`^${source.replaceAll('/[^/]', '/(?!\\.)[^/]')}$`);
}
