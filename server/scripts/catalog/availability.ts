/** The products that the catalogue holds, in its order. */
const PRODUCTS = ['redis', 'valkey'];

/** Whether a name is that of a target: a product and a release, such as `redis-7.2`. */
export function isTarget(name: string): boolean {
  return /^[a-z]+-\d+\.\d+$/.test(name) && PRODUCTS.includes(productOf(name));
}

/** Without repetition: Redis before Valkey, each from its oldest release on. */
export function inReleaseOrder(targets: Iterable<string>): readonly string[] {
  return [...new Set(targets)].sort((a, b) => rank(a) - rank(b));
}

/**
 * The text of a set of targets: `all`, or spans per product such as `redis 6.2-7.4 valkey 7.2+`, where `+` reaches the
 * newest release.
 *
 * @param present a part of `targets`
 * @param targets all measured targets, in release order
 */
export function availabilityOf(present: ReadonlySet<string>, targets: readonly string[]): string {
  if (targets.every((target) => present.has(target))) return 'all';

  return PRODUCTS.flatMap((product) => {
    const releases = targets.filter((target) => productOf(target) === product);
    const spans = spansOf(releases, present);
    return spans.length === 0 ? [] : [product, ...spans];
  }).join(' ');
}

function spansOf(targets: readonly string[], present: ReadonlySet<string>): readonly string[] {
  const spans: string[] = [];
  let first: string | undefined;
  for (const [index, target] of targets.entries()) {
    if (!present.has(target)) continue;
    first ??= releaseOf(target);
    const next = targets[index + 1];
    if (next !== undefined && present.has(next)) continue;

    const last = releaseOf(target);
    if (next === undefined) spans.push(`${first}+`);
    else spans.push(first === last ? last : `${first}-${last}`);
    first = undefined;
  }
  return spans;
}

function rank(target: string): number {
  const [major = 0, minor = 0] = releaseOf(target).split('.').map(Number);
  return PRODUCTS.indexOf(productOf(target)) * 1e6 + major * 1e3 + minor;
}

function productOf(target: string): string {
  return target.slice(0, target.indexOf('-'));
}

function releaseOf(target: string): string {
  return target.slice(target.indexOf('-') + 1);
}
