import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { FileAnswer, Files } from '../model/files.js';
import { type FolderEntry, pathsMatching } from '../model/glob.js';
import { bytesOfText, textOfBytes } from './bytes.js';
import { nativePath } from './paths.js';

/** The largest file that is read, in bytes; a redis.conf of every comment ever written has 110 KB. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** The files of this machine. Only regular files are read, so that no device and no pipe can hold us up. */
export const files: Files = {
  read: readWhole,
  glob: (pattern) => pathsMatching(pattern, listFolder),
};

/** What stands in a folder; undefined where there is no such folder. */
export async function listFolder(path: string): Promise<readonly FolderEntry[] | undefined | 'withheld'> {
  try {
    const entries = await readdir(diskPath(path), { withFileTypes: true, encoding: 'buffer' });
    return await Promise.all(
      entries.map(async (entry) => {
        const name = textOfBytes(entry.name);
        const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && (await isDirectory(`${path}/${name}`)));
        return { name, isFolder };
      }),
    );
  } catch (error) {
    return isNothing(error) ? undefined : 'withheld';
  }
}

/** The first bytes of a regular file; undefined for anything else. */
export async function headOf(path: string, length: number): Promise<string | undefined> {
  const answer = await withRegularFile(path, async (file): Promise<FileAnswer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return { kind: 'text', uri: '', text: textOfBytes(buffer.subarray(0, bytesRead)) };
  });
  return answer.kind === 'text' ? answer.text : undefined;
}

async function readWhole(path: string): Promise<FileAnswer> {
  return withRegularFile(path, async (file) => {
    const { size } = await file.stat();
    const bytes = size > LARGEST_FILE ? undefined : await readUpTo(file, LARGEST_FILE);
    if (bytes === undefined) return { kind: 'withheld', reason: `larger than ${LARGEST_FILE / 1024 / 1024} MB` };
    return { kind: 'text', uri: pathToFileURL(nativePath(path)).href, text: textOfBytes(bytes) };
  });
}

/** All bytes; undefined where there are more than that. Sizes do not count: those of /proc are 0. */
async function readUpTo(file: FileHandle, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(CHUNK), 0, CHUNK);
    if (bytesRead === 0) return Buffer.concat(chunks);
    total += bytesRead;
    if (total > most) return undefined;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

const CHUNK = 1024 * 1024;

async function withRegularFile(path: string, use: (file: FileHandle) => Promise<FileAnswer>): Promise<FileAnswer> {
  let file: FileHandle | undefined;
  try {
    const before = await stat(diskPath(path));
    if (before.isDirectory()) return { kind: 'directory' };
    if (!before.isFile()) return NOT_REGULAR;
    // Between the two looks a pipe may have taken the file's place; without waiting, opening it does no harm.
    file = await open(diskPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    return (await file.stat()).isFile() ? await use(file) : NOT_REGULAR;
  } catch (error) {
    return isNothing(error)
      ? { kind: 'missing' }
      : { kind: 'withheld', reason: REASONS[codeOf(error)] ?? 'unreadable' };
  } finally {
    await file?.close();
  }
}

const NOT_REGULAR: FileAnswer = { kind: 'withheld', reason: 'not a regular file' };

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'too many symbolic links',
  EIO: 'input error',
};

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(diskPath(path))).isDirectory();
  } catch {
    return false;
  }
}

/** The path's own bytes, which need not be UTF-8. */
function diskPath(path: string): Buffer | string {
  return process.platform === 'win32' ? nativePath(path) : bytesOfText(path);
}

function isNothing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
