import { type Behaviour, behaviourOf } from './behaviour.js';
import { catalogFor } from './catalog.js';
import type { Directive } from './directive.js';
import { type Reader, readerOf } from './readers.js';
import type { Target, TargetName } from './target.js';
import { mergeBufferLimits } from './values/buffer-limits.js';
import { type Accepted, BAD_DIRECTIVE, type Outcome, WRONG_COUNT } from './values/outcome.js';
import { mergeSavePoints } from './values/save-points.js';

/** How one server reads one directive. */
export interface Binding {
  readonly directive: Directive;
  /** Whether one argument that is not empty is split into several before it is read. */
  readonly splitsLoneArgument: boolean;
  /** Whether reading what came to this value set C's `errno` to 0 (`memtoull`, `string2d`), which a later message of another may show. */
  clearsErrno(value: string): boolean;
  /** What it makes of the arguments, the count included. */
  read(args: readonly string[]): Outcome;
  /** The value after one more line of a directive that adds up; undefined where the last line simply wins. */
  readonly merge: ((before: string, line: Accepted) => string) | undefined;
}

/** The bindings of a target by lower-case name; made once. */
export function bindingsOf(target: Target): ReadonlyMap<string, Binding> {
  const known = bindings.get(target.name);
  if (known !== undefined) return known;
  const behaviour = behaviourOf(target);
  const made = new Map(
    [...catalogFor(target).directives].map(([name, directive]) => [name, bind(directive, behaviour)]),
  );
  bindings.set(target.name, made);
  return made;
}

const bindings = new Map<TargetName, ReadonlyMap<string, Binding>>();

function bind(directive: Directive, behaviour: Behaviour): Binding {
  const reader: Reader = readerOf(directive, behaviour);
  return {
    directive,
    splitsLoneArgument: behaviour.loneArgument === 'split-again' && (directive.multi || LISTS.has(directive.canonical)),
    clearsErrno: (value) =>
      hasNumber(value) && (CLEARING_TYPES.has(directive.type) || CLEARING.has(directive.canonical)),
    read: (args) => countRefusal(args, directive) ?? reader(args),
    merge: MERGES[directive.canonical],
  };
}

function countRefusal(args: readonly string[], directive: Directive): Outcome | undefined {
  const { argumentCounts: counts, countUnmatched } = directive;
  if (counts === undefined) return args.length === 0 && countUnmatched ? NO_ARGUMENTS : undefined;
  if (counts.includes(args.length)) return undefined;
  const expected = counts.length === 1 && counts[0] === 1 ? '1 argument' : `${counts.join(' or ')} arguments`;
  return countUnmatched
    ? { kind: 'refused', cause: 'unmatched', says: BAD_DIRECTIVE, argument: undefined, expected }
    : { kind: 'refused', cause: 'count', says: WRONG_COUNT, argument: undefined, expected };
}

/** `MULTI_ARG_CONFIG` (config.c), besides enums that are sets of flags. */
const LISTS: ReadonlySet<string> = new Set([
  'bind',
  'client-output-buffer-limit',
  'latency-tracking-info-percentiles',
  'oom-score-adj-values',
  'rdma-bind',
  'replicaof',
  'save',
]);

/** `bind` in 6.x, `loadmodule` and `user` take any number but none. */
const NO_ARGUMENTS: Outcome = {
  kind: 'refused',
  cause: 'unmatched',
  says: BAD_DIRECTIVE,
  argument: undefined,
  expected: 'at least 1 argument',
};

/** An empty list has no number to be read, and a share in percent is read otherwise. */
function hasNumber(value: string): boolean {
  return value !== '' && !value.endsWith('%');
}

const CLEARING_TYPES: ReadonlySet<string> = new Set(['memory', 'percent-or-memory', 'octal']);
const CLEARING: ReadonlySet<string> = new Set([
  'client-output-buffer-limit',
  'client-query-buffer-limit',
  'latency-tracking-info-percentiles',
]);

const MERGES: Readonly<Record<string, Binding['merge']>> = {
  save: mergeSavePoints,
  'client-output-buffer-limit': mergeBufferLimits,
};
