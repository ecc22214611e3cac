import { createHash } from 'node:crypto';
import { download, type Package, packagesOf } from './package-index.js';
import type { Recipe } from './packages.js';
import type { Processor } from './unpack.js';

/** The bytes of packages, as their suite's index vouches for them. */
export interface PackageSource {
  read(suite: string, name: string): Promise<Buffer>;
}

/** Reads the indexes that the recipes need, and nothing else of them; a package is downloaded once. */
export async function packageSource(
  mirror: string,
  processor: Processor,
  recipes: readonly Recipe[],
): Promise<PackageSource> {
  const wanted = new Map<string, Set<string>>();
  for (const { suite, name } of recipes.flatMap(({ packages }) => packages)) {
    wanted.set(suite, new Set([...(wanted.get(suite) ?? []), name]));
  }
  const indexes = new Map<string, ReadonlyMap<string, Package>>();
  for (const [suite, names] of wanted) {
    indexes.set(suite, await packagesOf(mirror, suite, processor.architecture, names));
  }

  const downloads = new Map<string, Promise<Buffer>>();
  return {
    read: async (suite, name) => {
      const found = indexes.get(suite)?.get(name);
      if (found === undefined) throw new Error(`${suite} has no package ${name}`);
      const bytes = downloads.get(found.file) ?? verified(mirror, found);
      downloads.set(found.file, bytes);
      return bytes;
    },
  };
}

async function verified(mirror: string, { file, name, sha256 }: Package): Promise<Buffer> {
  const bytes = await download(`${mirror}/${file}`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== sha256) throw new Error(`${name} has the checksum ${hash} where its index says ${sha256}`);
  return bytes;
}
