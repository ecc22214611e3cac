import { type Product, TARGETS, type TargetName } from './target.js';

/**
 * For which of the measured servers something holds, as written in the data: `all`, or spans per product such as
 * `redis 6.2-7.4 valkey 8.0+`, where `+` goes up to the newest one measured.
 */
export type Availability = string;

/** A fact that may differ between servers: one value for all, or values each with the servers they hold for. */
export type Dated<T> = T | { readonly dated: readonly { readonly in: Availability; readonly value: T }[] };

/** The targets that an availability names, in the order of `TARGETS`. */
export function targetsIn(availability: Availability): readonly TargetName[] {
  const known = expanded.get(availability);
  if (known !== undefined) return known;
  const targets =
    availability === 'all'
      ? TARGETS
      : TARGETS.filter((target) => spansOf(availability).some((span) => holds(span, target)));
  expanded.set(availability, targets);
  return targets;
}

/** Whether a fact of that availability holds for the target. */
export function isIn(availability: Availability, target: TargetName): boolean {
  return targetsIn(availability).includes(target);
}

/** The value that a dated fact has for the target; undefined where it says nothing of it. */
export function at<T>(fact: Dated<T> | undefined, target: TargetName): T | undefined {
  if (!isDated(fact)) return fact;
  return fact.dated.find((entry) => isIn(entry.in, target))?.value;
}

const expanded = new Map<Availability, readonly TargetName[]>();

interface ReleaseSpan {
  readonly product: Product;
  readonly first: string;
  readonly last: string | undefined;
}

function spansOf(availability: Availability): readonly ReleaseSpan[] {
  const spans: ReleaseSpan[] = [];
  let product: Product = 'redis';
  for (const word of availability.split(' ')) {
    if (word === 'redis' || word === 'valkey') product = word;
    else if (word.endsWith('+')) spans.push({ product, first: word.slice(0, -1), last: undefined });
    else {
      const [first = '', last = first] = word.split('-');
      spans.push({ product, first, last });
    }
  }
  return spans;
}

function holds(span: ReleaseSpan, target: TargetName): boolean {
  const [product, release = ''] = target.split('-');
  if (product !== span.product) return false;
  return (
    compareReleases(release, span.first) >= 0 && (span.last === undefined || compareReleases(release, span.last) <= 0)
  );
}

/** Orders `7.2` and `7.10` by their numbers. */
export function compareReleases(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function isDated<T>(
  fact: Dated<T> | undefined,
): fact is { readonly dated: readonly { readonly in: Availability; readonly value: T }[] } {
  return typeof fact === 'object' && fact !== null && 'dated' in fact;
}
