import type { FileAnswer, Files } from '../../server/src/model/files.js';
import { type FolderEntry, pathsMatching } from '../../server/src/model/glob.js';

/** What stands at a path: a text, or something that we may not look at. */
export type Content = { readonly text: string; readonly mode?: number | undefined } | 'withheld';

/** A file system out of a table of absolute paths; the URI of `/etc/x` is `file:///etc/x`. */
export function memoryFiles(contents: ReadonlyMap<string, Content>): Files {
  return {
    read: async (path) => answer(path, contents),
    mode: async (path) => {
      const content = contents.get(path);
      return content === 'withheld' ? undefined : content?.mode;
    },
    glob: (pattern) => pathsMatching(pattern, async (folder) => entriesOf(folder, contents)),
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

function entriesOf(folder: string, contents: ReadonlyMap<string, Content>): readonly FolderEntry[] | undefined {
  const prefix = folder.replace(/\/*$/, '/');
  const below = [...contents.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  if (below.length === 0) return undefined;
  const entries = new Map(below.map((path) => [path.split('/')[0] ?? '', path.includes('/')]));
  return [...entries].map(([name, isFolder]) => ({ name, isFolder }));
}
