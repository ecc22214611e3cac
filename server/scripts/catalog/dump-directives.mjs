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

/**
 * One server's `directives.json` as catalogue entries.
 *
 * @param {Record<string, any>} facts
 * @returns {{ accepted: Record<string, object>, configGetOnly: string[] }} `configGetOnly` are the names that
 *   CONFIG GET knows and a file may not use
 */
export function directiveEntries(facts) {
  const accepted = {};
  const configGetOnly = [];
  for (const [name, fact] of Object.entries(facts)) {
    if (fact.file) accepted[name] = definedOnly(directiveEntry(fact));
    else if (fact.config_get) configGetOnly.push(name);
  }
  return { accepted, configGetOnly };
}

function directiveEntry(fact) {
  const ofModule = moduleOf(fact);
  const type = typeOf(fact);
  return {
    aliasOf: fact.alias_of,
    type,
    values: fact.values,
    multi: fact.multi,
    ...rangeOf(fact, type),
    arguments: ofModule === undefined ? argumentCounts(fact) : undefined,
    arityError: arityErrorOf(fact),
    empty: fact.empty_rejected ? 'refused' : undefined,
    validated: fact.validated,
    default: fact.default,
    runtime: fact.runtime === 'other' ? 'settable' : fact.runtime,
    hidden: fact.hidden_from_config_get_star,
    inConfigGet: fact.not_in_config_get ? false : undefined,
    sentinel: fact.accepted_in_sentinel_mode === false ? false : undefined,
    module: ofModule,
  };
}

function typeOf(fact) {
  if (fact.form === 'octal') return 'octal';
  if (takesAnyCount(fact)) return 'special';
  return fact.kind.startsWith('ignored') ? 'ignored' : fact.kind;
}

function rangeOf(fact, type) {
  if (type === 'octal') return octalRange(fact);
  // an integer that took every 64-bit number has never said its limits
  const [min = fact.min, max = fact.max] = type === 'integer' ? (fact.widest_accepted_seen ?? []) : [];
  return { min: asText(min), max: asText(max) };
}

function octalRange(fact) {
  for (const text of Object.keys(fact.errors)) {
    const match = /^argument must be between (\d+) and (\d+) inclusive$/.exec(text);
    if (match !== null) return { min: match[1], max: match[2] };
  }
  return {};
}

function asText(number) {
  return number === undefined ? undefined : String(number);
}

/** A list such as `rdma-bind`'s, which is no part of the server's ordinary table of settings. */
function takesAnyCount(fact) {
  return Array.isArray(fact.arg_counts) && fact.arg_counts.includes(0);
}

/** Counts that hold whatever the arguments say; the rest is what `type` special and `multi` stand for. */
function argumentCounts(fact) {
  if (takesAnyCount(fact)) return undefined;
  if (Array.isArray(fact.arg_counts)) return fact.arg_counts;
  const exact = /^exactly (\d+)/.exec(fact.arguments ?? '');
  return exact === null ? undefined : [Number(exact[1])];
}

/** What a wrong count says, where it is not `wrong number of arguments`. */
function arityErrorOf(fact) {
  return Object.hasOwn(fact.errors, BAD_DIRECTIVE) ? BAD_DIRECTIVE : undefined;
}

/**
 * A setting of the vector sets built into Redis 8.6 is read as any module's: arguments are joined by blanks,
 * judged after the file, and a wrong one ends in a failed assertion.
 */
function moduleOf(fact) {
  return Object.hasOwn(fact.errors, 'server crashes (assertion)') ? 'vectorset' : undefined;
}

function definedOnly(entry) {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
