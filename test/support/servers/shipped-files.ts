import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Server } from './server.js';

/** The configuration files that come with a server, by name; empty where they are not beside it. */
export async function shippedFiles({ path }: Pick<Server, 'path'>): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const folder of ['redis', 'valkey'].map((product) => join(dirname(path), 'root', 'etc', product))) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((name) => name.endsWith('.conf'))) {
      files.set(name, await readFile(join(folder, name), 'utf8'));
    }
  }
  return files;
}
