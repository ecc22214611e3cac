import type { Entries, Entry } from './dated-table.js';
import type { DirectiveFacts } from './facts.js';

/** In the order in which they are written. */
export const DIRECTIVE_FIELDS = [
  'aliasOf',
  'type',
  'values',
  'multi',
  'min',
  'max',
  'arguments',
  'arityError',
  'empty',
  'validated',
  'default',
  'runtime',
  'hidden',
  'inConfigGet',
  'sentinel',
  'module',
];

const BAD_DIRECTIVE = 'Bad directive or wrong number of arguments';

/** Every directive that a file may use, and the names that only CONFIG GET knows. */
export function directiveEntries(facts: Readonly<Record<string, DirectiveFacts>>): {
  accepted: Entries;
  configGetOnly: readonly string[];
} {
  const all = Object.entries(facts);
  return {
    accepted: Object.fromEntries(
      all.filter(([, { file }]) => file).map(([name, fact]) => [name, directiveEntry(fact)]),
    ),
    configGetOnly: all.filter(([, { file, config_get }]) => !file && config_get === true).map(([name]) => name),
  };
}

/** One directive that a file may use. */
export function directiveEntry(fact: DirectiveFacts): Entry {
  const type = typeOf(fact);
  const module = moduleOf(fact);
  return definedOnly({
    aliasOf: fact.alias_of,
    type,
    values: fact.values,
    multi: fact.multi,
    ...rangeOf(fact, type),
    arguments: module === undefined ? argumentCounts(fact) : undefined,
    arityError: Object.hasOwn(fact.errors ?? {}, BAD_DIRECTIVE) ? BAD_DIRECTIVE : undefined,
    empty: fact.empty_rejected ? 'refused' : undefined,
    validated: fact.validated,
    default: fact.default,
    runtime: fact.runtime === 'other' ? 'settable' : fact.runtime,
    hidden: fact.hidden_from_config_get_star,
    inConfigGet: fact.not_in_config_get ? false : undefined,
    sentinel: fact.accepted_in_sentinel_mode === false ? false : undefined,
    module,
  });
}

function typeOf(fact: DirectiveFacts): string | undefined {
  if (fact.form === 'octal') return 'octal';
  if (takesAnyCount(fact)) return 'special';
  return fact.kind?.startsWith('ignored') ? 'ignored' : fact.kind;
}

function rangeOf(fact: DirectiveFacts, type: string | undefined): Entry {
  if (type === 'octal') return octalRange(fact);
  // An integer that took every 64-bit number has never said its limits.
  const [min = fact.min, max = fact.max] = type === 'integer' ? (fact.widest_accepted_seen ?? []) : [];
  return { min: asText(min), max: asText(max) };
}

function octalRange(fact: DirectiveFacts): Entry {
  for (const text of Object.keys(fact.errors ?? {})) {
    const limits = /^argument must be between (\d+) and (\d+) inclusive$/.exec(text);
    if (limits !== null) return { min: limits[1], max: limits[2] };
  }
  return {};
}

function asText(number: number | string | undefined): string | undefined {
  return number === undefined ? undefined : String(number);
}

/** A list such as `rdma-bind`'s, which is no part of the server's ordinary table of settings. */
function takesAnyCount({ arg_counts: counts }: DirectiveFacts): boolean {
  return Array.isArray(counts) && counts.includes(0);
}

/** Counts that hold whatever the arguments say; the rest is what `type` special and `multi` stand for. */
function argumentCounts(fact: DirectiveFacts): readonly number[] | undefined {
  if (takesAnyCount(fact)) return undefined;
  if (typeof fact.arg_counts === 'object') return fact.arg_counts;
  const exact = /^exactly (\d+)/.exec(fact.arguments ?? '');
  return exact === null ? undefined : [Number(exact[1])];
}

/**
 * A setting of the vector sets built into Redis 8.6 is read as any module's: arguments are joined by blanks, judged
 * after the file, and a wrong one ends in a failed assertion.
 */
function moduleOf(fact: DirectiveFacts): string | undefined {
  return Object.hasOwn(fact.errors ?? {}, 'server crashes (assertion)') ? 'vectorset' : undefined;
}

function definedOnly(entry: Entry): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
