import { Disposable, type FileStat, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_FILE,
  READ_FOLDER,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from '../../server/src/lsp/requests.js';

/** Reads files and folders for the language server, wherever the workspace lies: on disk, far away or in memory. */
export function answerFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest<ReadFileResult, void>(READ_FILE, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri, true))),
    client.onRequest<ReadFolderResult, void>(READ_FOLDER, ({ uri }: ReadFolderParams) =>
      readFolder(Uri.parse(uri, true)),
    ),
  );
}

/** Larger files are not for people, and not for editors. */
const MOST_BYTES = 64 * 1024 * 1024;

const UNTRUSTED = { kind: 'withheld', reason: 'it lies outside of a workspace that is not trusted' } as const;

async function readFile(uri: Uri): Promise<ReadFileResult> {
  if (!mayRead(uri)) return UNTRUSTED;
  try {
    const stat = await workspace.fs.stat(uri);
    const refused = refusalOf(stat);
    if (refused !== undefined) return refused;
    const bytes = await workspace.fs.readFile(uri);
    return { kind: 'text', text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    return isMissing(error) ? await missing(uri) : { kind: 'withheld', reason: 'it cannot be read' };
  }
}

async function readFolder(uri: Uri): Promise<ReadFolderResult> {
  if (!mayRead(uri)) return UNTRUSTED;
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return {
      kind: 'entries',
      entries: entries.map(([name, type]) => ({ name, isFolder: (type & FileType.Directory) !== 0 })),
    };
  } catch (error) {
    if (!isMissing(error)) return { kind: 'withheld', reason: 'it cannot be read' };
    return isInWorkspace(uri) ? { kind: 'missing' } : ELSEWHERE;
  }
}

function refusalOf({ type, size }: FileStat): ReadFileResult | undefined {
  if ((type & FileType.Directory) !== 0) return { kind: 'directory' };
  if ((type & FileType.File) === 0) return { kind: 'withheld', reason: 'it is not a regular file' };
  if ((type & FileType.SymbolicLink) !== 0 && !workspace.isTrusted) return UNTRUSTED;
  return size > MOST_BYTES ? { kind: 'withheld', reason: 'it is too large' } : undefined;
}

const ELSEWHERE = { kind: 'withheld', reason: 'its folder is not on this machine' } as const;

/** A path such as `/etc/redis/users.acl` speaks of the server's machine: that it is not here says something only where its folder is. */
async function missing(uri: Uri): Promise<ReadFileResult> {
  if (isInWorkspace(uri)) return { kind: 'missing' };
  try {
    await workspace.fs.stat(Uri.joinPath(uri, '..'));
    return { kind: 'missing' };
  } catch {
    return ELSEWHERE;
  }
}

function mayRead(uri: Uri): boolean {
  return workspace.isTrusted || isInWorkspace(uri);
}

function isInWorkspace(uri: Uri): boolean {
  return workspace.getWorkspaceFolder(uri) !== undefined;
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory');
}
