import { TARGETS } from './data/targets.js';

export { DEFAULT_TARGET, TARGETS } from './data/targets.js';

export type TargetName = (typeof TARGETS)[number];

export type Product = 'redis' | 'valkey';

/** A server to judge by. */
export interface Target {
  readonly name: TargetName;
  readonly product: Product;
  /** `7.2` */
  readonly release: string;
  /** `Redis 7.2`, for people. */
  readonly title: string;
}

/** The target of that name; undefined for a name that is none. */
export function targetOf(name: string): Target | undefined {
  const known = TARGETS.find((target) => target === name);
  if (known === undefined) return undefined;
  const product: Product = known.startsWith('redis') ? 'redis' : 'valkey';
  const release = known.slice(known.indexOf('-') + 1);
  return { name: known, product, release, title: `${product === 'redis' ? 'Redis' : 'Valkey'} ${release}` };
}

/** The target of a name known to be one. */
export function target(name: TargetName): Target {
  const found = targetOf(name);
  if (found === undefined) throw new RangeError(`unknown target ${name}`);
  return found;
}
