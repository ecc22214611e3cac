import type { Files } from '../model/files.js';

/** A folder of the server, and the local folder in which it is found; absolute paths without a slash at the end. */
export interface FolderMapping {
  readonly server: string;
  readonly local: string;
}

/** Files as the server knows them, read from where they are found here. */
export function mappedFiles(files: Files, mappings: readonly FolderMapping[]): Files {
  if (mappings.length === 0) return files;
  return {
    read: (path) => files.read(localPath(path, mappings)),
    mode: async (path) => files.mode?.(localPath(path, mappings)),
    glob: async (pattern) => {
      const found = await files.glob(localPath(pattern, mappings.map(asPattern)));
      return found === 'withheld' ? found : found.map((path) => serverPath(path, mappings));
    },
  };
}

/** Where a path of the server is found here: by the longest folder that it lies in, else the path itself. */
export function localPath(path: string, mappings: readonly FolderMapping[]): string {
  const best = longest(
    mappings.filter(({ server }) => isIn(path, server)),
    ({ server }) => server,
  );
  return best === undefined ? path : best.local + path.slice(best.server.length);
}

/** How the server calls a local path. */
export function serverPath(path: string, mappings: readonly FolderMapping[]): string {
  const best = longest(
    mappings.filter(({ local }) => isIn(path, local)),
    ({ local }) => local,
  );
  return best === undefined ? path : best.server + path.slice(best.local.length);
}

/** The local folder's own brackets and stars are no pattern. */
function asPattern({ server, local }: FolderMapping): FolderMapping {
  return { server, local: local.replace(/[\\*?[]/g, '\\$&') };
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function longest<T>(items: readonly T[], text: (item: T) => string): T | undefined {
  return [...items].sort((a, b) => text(b).length - text(a).length)[0];
}
