import { access, mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { exclusively } from './lock.js';
import { debianMirror } from './package-index.js';
import { packageSource } from './package-source.js';
import { RECIPES, type Recipe } from './packages.js';
import { processorOfThisMachine, removeLeftovers, unpack } from './unpack.js';

/** A program that the cache now holds, or why it does not. */
export type Fetched =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly error: string };

/** Where downloads are kept: never inside the repository. */
export function cacheFolder(): string {
  const { REDIS_HARDENING_CACHE: own, XDG_CACHE_HOME: shared } = process.env;
  return own ?? join(shared ?? join(homedir(), '.cache'), 'redis-hardening');
}

/** Downloads the servers that Debian packages, as `fetchPrograms` does. */
export function fetchServers(): Promise<readonly Fetched[]> {
  return fetchPrograms(RECIPES);
}

/**
 * Downloads what Debian packages, checks it against the package index and unpacks it into the cache; nothing is
 * installed. What the cache holds already is left alone, and processes that ask at the same time wait for the first.
 * Never rejects: a program that could not be had says why.
 */
export async function fetchPrograms(recipes: readonly Recipe[]): Promise<readonly Fetched[]> {
  const folder = join(cacheFolder(), 'servers');
  const errors = await completed(folder, recipes).catch(
    (error) => new Map(recipes.map(({ name }) => [name, textOf(error)])),
  );
  return Promise.all(
    recipes.map(async (recipe) => {
      const { name } = recipe;
      const path = programPath(folder, recipe);
      return (await exists(path)) ? { name, path } : { name, error: errors.get(name) ?? 'not fetched' };
    }),
  );
}

/** Errors by the name of what could not be fetched. */
async function completed(folder: string, recipes: readonly Recipe[]): Promise<ReadonlyMap<string, string>> {
  if ((await missing(folder, recipes)).length === 0) return new Map();
  await mkdir(folder, { recursive: true });
  return exclusively(join(folder, '.lock'), async () => fetchInto(folder, await missing(folder, recipes)));
}

async function missing(folder: string, recipes: readonly Recipe[]): Promise<readonly Recipe[]> {
  const present = await Promise.all(recipes.map((recipe) => exists(programPath(folder, recipe))));
  return recipes.filter((_, index) => !present[index]);
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

function programPath(folder: string, { name, programs: [program] }: Recipe): string {
  return join(folder, name, program);
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
