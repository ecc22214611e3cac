/** Every target the catalogue can hold is `<product>-<major>.<minor>`; products in this order. */
const PRODUCTS = ['redis', 'valkey'];

/**
 * Splits a target's name.
 *
 * @param {string} target such as `redis-7.2`
 * @returns {{ product: string, release: string } | undefined} undefined for anything else
 */
export function parseTarget(target) {
  const match = /^([a-z]+)-(\d+\.\d+)$/.exec(target);
  if (match === null || !PRODUCTS.includes(match[1])) return undefined;
  return { product: match[1], release: match[2] };
}

/**
 * @param {Iterable<string>} targets
 * @returns {string[]} without repetition: Redis before Valkey, each from its oldest release on
 */
export function inReleaseOrder(targets) {
  return [...new Set(targets)].sort((a, b) => rank(a) - rank(b));
}

/**
 * The compact text of a set of targets: `all`, or spans per product such as `redis 6.2-7.4 valkey 7.2+`,
 * where `+` reaches the newest release among `targets`.
 *
 * @param {ReadonlySet<string>} present a part of `targets`
 * @param {readonly string[]} targets all measured targets, in release order
 * @returns {string}
 */
export function availabilityOf(present, targets) {
  if (targets.every((target) => present.has(target))) return 'all';

  const texts = [];
  for (const [product, releases] of releasesByProduct(targets)) {
    const spans = spansOf(releases, (release) => present.has(`${product}-${release}`));
    if (spans.length > 0) texts.push([product, ...spans].join(' '));
  }
  return texts.join(' ');
}

/**
 * The inverse of `availabilityOf`.
 *
 * @param {string} text
 * @param {readonly string[]} targets the targets that were measured when the text was written, in release order
 * @returns {Set<string>}
 */
export function targetsIn(text, targets) {
  if (text === 'all') return new Set(targets);

  const releases = releasesByProduct(targets);
  const present = new Set();
  let product = '';
  for (const word of text.split(' ')) {
    if (releases.has(word)) {
      product = word;
      continue;
    }
    const known = releases.get(product) ?? [];
    const [first, last] = word.endsWith('+') ? [word.slice(0, -1), known.at(-1)] : bounds(word);
    for (const release of known.slice(known.indexOf(first), known.indexOf(last) + 1)) {
      present.add(`${product}-${release}`);
    }
  }
  return present;
}

function rank(target) {
  const parsed = parseTarget(target);
  if (parsed === undefined) throw new Error(`${target} is not <product>-<major>.<minor> of ${PRODUCTS.join(' or ')}`);
  const [major, minor] = parsed.release.split('.').map(Number);
  return PRODUCTS.indexOf(parsed.product) * 1e6 + major * 1e3 + minor;
}

function releasesByProduct(targets) {
  const releases = new Map();
  for (const target of targets) {
    const [product, release] = target.split('-');
    releases.set(product, [...(releases.get(product) ?? []), release]);
  }
  return releases;
}

function spansOf(releases, isPresent) {
  const spans = [];
  let first;
  for (const [index, release] of releases.entries()) {
    if (!isPresent(release)) continue;
    first ??= release;
    const next = releases[index + 1];
    if (next === undefined) spans.push(`${first}+`);
    else if (!isPresent(next)) {
      spans.push(first === release ? release : `${first}-${release}`);
      first = undefined;
    }
  }
  return spans;
}

function bounds(word) {
  const [first, last = first] = word.split('-');
  return [first, last];
}
