import { chmod, chown, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Disk } from '../cli/io.js';
import { HEAD_LENGTH } from '../syntax/language-id.js';
import { bytesOfText, textOfBytes } from './bytes.js';
import { files, headOf, listFolder } from './files.js';
import { nativePath, slashedPath } from './paths.js';

/** The files of this machine, to be read and written. */
export const disk: Disk = {
  ...files,
  mode: modeOf,
  list: listFolder,
  walk,
  head: (path) => headOf(path, HEAD_LENGTH),
  replace,
  create,
  uriOf: (path) => pathToFileURL(nativePath(path)).href,
  pathOf: (uri) => slashedPath(fileURLToPath(uri)),
};

/** Windows makes them up. */
async function modeOf(path: string): Promise<number | undefined> {
  if (process.platform === 'win32') return undefined;
  const { mode } = (await stat(path).catch(() => undefined)) ?? {};
  return mode === undefined ? undefined : mode & 0o7777;
}

async function* walk(folder: string): AsyncGenerator<string> {
  const entries = await readdir(nativePath(folder), { withFileTypes: true, encoding: 'buffer' }).catch(() => []);
  for (const entry of entries.sort((a, b) => a.name.compare(b.name))) {
    const name = textOfBytes(entry.name);
    const path = `${folder === '/' ? '' : folder}/${name}`;
    if (!entry.isDirectory()) yield path;
    else if (!name.startsWith('.') && name !== 'node_modules') yield* walk(path);
  }
}

/** Writes beside the file and renames, so that there is the old text or the new one and never a part of it. */
async function replace(path: string, text: string): Promise<string | undefined> {
  let beside: string | undefined;
  try {
    const target = await realpath(nativePath(path)).catch(() => nativePath(path));
    const before = await stat(target).catch(() => undefined);
    const name = join(dirname(target), `.redis-hardening-${process.pid}-${Date.now()}`);
    const file = await open(name, 'wx', before?.mode ?? 0o600);
    beside = name;
    try {
      await file.writeFile(bytesOfText(text));
      await file.sync();
    } finally {
      await file.close();
    }
    if (before !== undefined) {
      await chown(name, before.uid, before.gid).catch(() => undefined);
      await chmod(name, before.mode);
    }
    await rename(name, target);
    return undefined;
  } catch (error) {
    if (beside !== undefined) await rm(beside, { force: true });
    return error instanceof Error ? error.message : String(error);
  }
}

async function create(path: string, text: string, readers: 'owner' | 'all'): Promise<string | undefined> {
  try {
    await mkdir(dirname(nativePath(path)), { recursive: true });
    const file = await open(nativePath(path), 'wx', readers === 'owner' ? 0o600 : 0o666);
    try {
      await file.writeFile(bytesOfText(text));
      await file.sync();
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
