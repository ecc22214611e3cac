import type { Connection } from 'vscode-languageserver';
import type { FileAnswer, Files } from '../model/files.js';
import { pathsMatching } from '../model/glob.js';
import {
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from './requests.js';
import { keyOf, uriOf } from './uris.js';

/** The files that a server would see which reads the root file at that URI. */
export type FilesBeside = (rootUri: string) => Files;

/** Reads through the client, so that remote and virtual workspaces work, and the client decides what may be read. */
export function filesThroughClient(connection: Connection): FilesBeside {
  const readFile = (params: ReadFileParams): Promise<ReadFileResult> => connection.sendRequest(READ_FILE, params);
  const readFolder = (params: ReadFolderParams): Promise<ReadFolderResult> =>
    connection.sendRequest(READ_FOLDER, params);

  return (rootUri) => ({
    async read(path) {
      const uri = uriOf(path, rootUri);
      const answer = await readFile({ uri }).catch(() => UNANSWERED);
      return answer.kind === 'text' ? { ...answer, uri } : answer;
    },
    glob(pattern) {
      return pathsMatching(pattern, async (folder) => {
        const answer = await readFolder({ uri: uriOf(folder, rootUri) }).catch(() => UNANSWERED);
        if (answer.kind === 'entries') return answer.entries;
        return answer.kind === 'missing' ? undefined : 'withheld';
      });
    },
  });
}

/** For hosts that can read nothing at all: a worker whose client does not read for it. */
export const noFiles: FilesBeside = () => ({
  read: async () => ({ kind: 'withheld', reason: 'this editor reads no files for the language server' }),
  glob: async () => 'withheld',
});

/** What open editors hold is read instead of what is on disk, and its key is noted for every path that is asked for. */
export function filesWithEditors(files: Files, rootUri: string, editors: Editors, asked: Set<string>): Files {
  return {
    async read(path) {
      const key = keyOf(uriOf(path, rootUri));
      asked.add(key);
      return editors.get(key) ?? files.read(path);
    },
    glob: (pattern) => files.glob(pattern),
  };
}

/** The texts in open editors, by `keyOf` their URIs. */
export interface Editors {
  get(key: string): (FileAnswer & { readonly kind: 'text' }) | undefined;
}

/** Answers that are kept until `forget`, for clients that say when a file changes. */
export interface RememberedFiles {
  readonly beside: FilesBeside;
  forget(): void;
}

/** Remembers what was read. */
export function rememberedFiles(beside: FilesBeside): RememberedFiles {
  const read = new Map<string, Promise<FileAnswer>>();
  const globbed = new Map<string, Promise<readonly string[] | 'withheld'>>();
  return {
    beside: (rootUri) => {
      const files = beside(rootUri);
      return {
        read: (path) => once(read, uriOf(path, rootUri), () => files.read(path)),
        glob: (pattern) => once(globbed, uriOf(pattern, rootUri), () => files.glob(pattern)),
      };
    },
    forget: () => {
      read.clear();
      globbed.clear();
    },
  };
}

const UNANSWERED = { kind: 'withheld', reason: 'the editor did not answer' } as const;

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const answer = ask();
  known.set(key, answer);
  return answer;
}
