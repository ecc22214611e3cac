import { type Behaviour, behaviourOf } from './behaviour.js';
import { catalogFor } from './catalog.js';
import type { Directive } from './directive.js';
import type { Target, TargetName } from './target.js';
import { cString } from './values/c-string.js';
import { type Choice, readBool, readChoice, readFlags } from './values/choice.js';
import { INT64_MAX, INT64_MIN, type Limits, readInteger, readOctal, UINT64_MAX } from './values/integer.js';
import {
  mergeBufferLimits,
  readBind,
  readBufferLimits,
  readOomScores,
  readReplicaOf,
  readSave,
  readSaveLoosely,
} from './values/lists.js';
import { readMemory, readPercentOrMemory } from './values/memory.js';
import { type Accepted, accepted, BAD_DIRECTIVE, type Outcome, WRONG_COUNT } from './values/outcome.js';

/** How one server reads one directive. */
export interface Binding {
  readonly directive: Directive;
  /** Whether one argument that is not empty is split into several before it is read. */
  readonly splitsLoneArgument: boolean;
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

type Reader = (args: readonly string[]) => Outcome;

function bind(directive: Directive, behaviour: Behaviour): Binding {
  const reader = readerOf(directive, behaviour);
  return {
    directive,
    splitsLoneArgument: behaviour.loneArgument === 'split-again' && (directive.multi || LISTS.has(directive.canonical)),
    read: (args) => countRefusal(args, directive) ?? reader(args),
    merge: MERGES[directive.canonical],
  };
}

function countRefusal(args: readonly string[], directive: Directive): Outcome | undefined {
  const { argumentCounts: counts, countUnmatched } = directive;
  if (counts === undefined || counts.includes(args.length)) return undefined;
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

const MERGES: Readonly<Record<string, Binding['merge']>> = {
  save: (before, { value, clears }) => (clears || before === '' ? value : value === '' ? before : `${before} ${value}`),
  'client-output-buffer-limit': (before, { value }) => mergeBufferLimits(before, value),
};

function readerOf(directive: Directive, behaviour: Behaviour): Reader {
  const special = SPECIAL[directive.canonical];
  if (special !== undefined) return special(directive, behaviour);
  const limits: Limits = { min: directive.min ?? INT64_MIN, max: directive.max ?? INT64_MAX };
  const unlimited: Limits = { min: directive.min ?? 0n, max: directive.max ?? UINT64_MAX };
  const first =
    (read: (text: string) => Outcome): Reader =>
    ([text = '']) =>
      read(text);
  switch (directive.type) {
    case 'bool':
      return first(readBool);
    case 'enum':
      return choiceReader(directive, behaviour);
    case 'integer':
      return first((text) => readInteger(text, limits));
    case 'octal':
      return first((text) => readOctal(text, limits));
    case 'memory':
      return first((text) => readMemory(text, unlimited, behaviour.memory));
    case 'percent-or-memory':
      return first((text) => readPercentOrMemory(text, { min: -100n, max: INT64_MAX }, behaviour.memory));
    default:
      return first((text) => accepted(cString(text)));
  }
}

function choiceReader(directive: Directive, behaviour: Behaviour): Reader {
  const choice: Choice = {
    words: directive.values,
    synonyms: directive.name === 'oom-score-adj' ? { relative: 'yes' } : {},
    complaint: behaviour.choiceComplaint,
  };
  if (!directive.multi) return ([text = '']) => readChoice(text, choice);
  return (args) => readFlags(args, choice, directive.default ?? '');
}

const SPECIAL: Readonly<Record<string, (directive: Directive, behaviour: Behaviour) => Reader>> = {
  save: (_, behaviour) => (behaviour.savePoints === 'dropped-once' ? readSave : readSaveLoosely),
  bind: (_, behaviour) => (args) => readBind(args, behaviour),
  'rdma-bind': (_, behaviour) => (args) => readBind(args, behaviour),
  'client-output-buffer-limit': (_, behaviour) => (args) => readBufferLimits(args, behaviour),
  'oom-score-adj-values': () => readOomScores,
  replicaof: (_, behaviour) => (args) => readReplicaOf(args, behaviour.replicaPortComplaint),
};
