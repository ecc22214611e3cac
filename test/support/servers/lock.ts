import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Runs one piece of work at a time among all processes that name the same folder.
 *
 * A lock whose owner is no longer alive is taken over.
 */
export async function exclusively<T>(folder: string, work: () => Promise<T>): Promise<T> {
  while (!(await taken(folder))) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function taken(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    await writeFile(join(folder, 'owner'), String(process.pid));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (await abandoned(folder)) await rm(folder, { recursive: true, force: true });
    return false;
  }
}

async function abandoned(folder: string): Promise<boolean> {
  // Between making the folder and naming the owner there is none.
  const owner = await readFile(join(folder, 'owner'), 'utf8').catch(() => '');
  if (owner === '') return false;
  try {
    process.kill(Number(owner), 0);
    return false;
  } catch {
    return true;
  }
}
