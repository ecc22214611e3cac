import { access, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { exclusively } from './lock.js';
import { debianMirror } from './package-index.js';
import { packageSource } from './package-source.js';
import { RECIPES, type Recipe } from './packages.js';
import { processorOfThisMachine, removeLeftovers, unpack } from './unpack.js';

/** A server that the cache now holds, or why it does not. */
export type Fetched =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly error: string };

/** Where downloads are kept: never inside the repository. */
export function cacheFolder(): string {
  const { REDIS_HARDENING_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own ?? join(shared ?? join(homedir(), '.cache'), 'redis-hardening');
}

/**
 * Downloads the servers that Debian packages, checks them against the package index and unpacks them into the
 * cache; nothing is installed. What the cache holds already is left alone, and processes that ask at the same time
 * wait for the first. Never rejects: a server that could not be had says why.
 */
export async function fetchServers(): Promise<readonly Fetched[]> {
  const folder = join(cacheFolder(), 'servers');
  const errors = await completed(folder).catch((error) => new Map(RECIPES.map(({ name }) => [name, textOf(error)])));
  return Promise.all(
    RECIPES.map(async (recipe) => {
      const { name } = recipe;
      const path = serverPath(folder, recipe);
      return (await exists(path)) ? { name, path } : { name, error: errors.get(name) ?? 'not fetched' };
    }),
  );
}

/** Errors by the name of what could not be fetched. */
async function completed(folder: string): Promise<ReadonlyMap<string, string>> {
  if ((await missing(folder)).length === 0) return new Map();
  await mkdir(folder, { recursive: true });
  return exclusively(join(folder, '.lock'), async () => fetchInto(folder, await missing(folder)));
}

async function missing(folder: string): Promise<readonly Recipe[]> {
  const present = await Promise.all(RECIPES.map((recipe) => exists(serverPath(folder, recipe))));
  return RECIPES.filter((_, index) => !present[index]);
}

async function fetchInto(folder: string, recipes: readonly Recipe[]): Promise<ReadonlyMap<string, string>> {
  const errors = new Map<string, string>();
  if (recipes.length === 0) return errors;

  await removeLeftovers(folder);
  const processor = processorOfThisMachine();
  const source = await packageSource(await debianMirror(), processor, recipes);
  for (const recipe of recipes) {
    await unpack(folder, recipe, processor, source).catch((error) => errors.set(recipe.name, textOf(error)));
  }
  return errors;
}

function serverPath(folder: string, { name, product }: Recipe): string {
  return join(folder, name, `${product}-server`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
