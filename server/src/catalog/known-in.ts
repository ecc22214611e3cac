import { catalogFor, targetsWithDirective } from './catalog.js';
import { TARGETS, type Target, type TargetName, target } from './target.js';

/**
 * Says which servers have something that one lacks, as the end of a sentence: `exists from Redis 7.0 on`, `was removed
 * after Redis 6.2`, `exists only in Valkey, from 8.1 on`. Empty where no measured server has it.
 * @param having the targets that have it
 * @param wanted the one that lacks it
 */
export function knownIn(having: readonly TargetName[], wanted: Target): string {
  const own = having.map(target).filter(({ product }) => product === wanted.product);
  if (own.length === 0) return onlyElsewhere(having.map(target));
  const position = TARGETS.indexOf(wanted.name);
  const later = own.find(({ name }) => TARGETS.indexOf(name) > position);
  if (later !== undefined) return `exists from ${later.title} on`;
  return `was removed after ${own.at(-1)?.title}`;
}

/**
 * What a target calls the setting that another server knows under this name: `hash-max-ziplist-value` for
 * `hash-max-listpack-value` on Redis 6.2. Undefined where it has no such setting.
 */
export function nameOnTarget(name: string, wanted: Target): string | undefined {
  const directives = catalogFor(wanted).directives;
  for (const elsewhere of targetsWithDirective(name).map((known) => catalogFor(target(known)))) {
    const canonical = elsewhere.directives.get(name.toLowerCase())?.canonical;
    const same = [...elsewhere.directives.values()].filter((directive) => directive.canonical === canonical);
    const known = same.find((directive) => directives.has(directive.name));
    if (known !== undefined) return directives.get(known.name)?.canonical;
  }
  return undefined;
}

/** The targets that take a word as the value of a directive that has a fixed list of them. */
export function targetsWithValue(name: string, value: string): readonly TargetName[] {
  return TARGETS.filter((known) =>
    catalogFor(target(known)).directives.get(name)?.values.includes(value.toLowerCase()),
  );
}

function onlyElsewhere(having: readonly Target[]): string {
  const [first] = having;
  if (first === undefined) return '';
  const product = first.product === 'redis' ? 'Redis' : 'Valkey';
  const all = TARGETS.map(target).filter((known) => known.product === first.product);
  return having.length === all.length
    ? `exists only in ${product}`
    : `exists only in ${product}, ${span(
        having.map(({ release }) => release),
        all.at(-1)?.release ?? '',
      )}`;
}

function span(releases: readonly string[], newest: string): string {
  const [first = '', last = first] = [releases[0], releases.at(-1)];
  if (last === newest) return `from ${first} on`;
  return first === last ? first : `${first} to ${last}`;
}
