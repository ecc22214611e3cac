import { type Behaviour, behaviourOf } from '../catalog/behaviour.js';
import { type Binding, bindingsOf } from '../catalog/bindings.js';
import type { Directive } from '../catalog/directive.js';
import type { Target, TargetName } from '../catalog/target.js';
import { asciiLower, cString } from '../catalog/values/c-string.js';
import type { Outcome } from '../catalog/values/outcome.js';
import type { Line } from '../syntax/line.js';
import { splitWords, type Word } from '../syntax/words.js';

/** What a target makes of a line for itself, whatever stands around it. */
export interface BoundLine {
  /** The directive's name in lower case, up to a NUL byte. */
  readonly name: string;
  /** Undefined for a name that the target does not know. */
  readonly binding: Binding | undefined;
  readonly outcome: Outcome | undefined;
}

/** Binds a line to what the target knows; remembered as long as the line lives. */
export function boundLine(line: Line & { readonly kind: 'words' }, target: Target): BoundLine {
  const known = memory(target.name);
  const before = known.get(line);
  if (before !== undefined) return before;
  const bound = bind(line.words, target);
  known.set(line, bound);
  return bound;
}

/** What the target makes of these arguments of a directive. */
export function readArguments(args: readonly Word[], binding: Binding, target: Target): Outcome {
  const values = args.map((word) => word.value);
  const [only] = values;
  if (!binding.splitsLoneArgument || values.length !== 1 || only === undefined || only === '') {
    return binding.read(values);
  }
  const { words, broken } = splitWords(only, behaviourOf(target));
  return binding.read(broken ? [] : words.map((word) => word.value));
}

const remembered = new Map<TargetName, WeakMap<Line, BoundLine>>();

function memory(target: TargetName): WeakMap<Line, BoundLine> {
  const known = remembered.get(target) ?? new WeakMap<Line, BoundLine>();
  remembered.set(target, known);
  return known;
}

function bind(words: readonly Word[], target: Target): BoundLine {
  const written = words[0]?.value ?? '';
  const name = asciiLower(cString(written));
  const known = bindingsOf(target).get(name);
  const binding = known && isFound(written, known.directive, behaviourOf(target)) ? known : undefined;
  const outcome = binding && readArguments(words.slice(1), binding, target);
  return { name, binding, outcome };
}

/**
 * A name with a NUL byte in it is still that of what the server compares names with. In a table by hashes it is another,
 * and found only where both have the same place by chance, which is new at each start.
 */
function isFound(written: string, { canonical, type }: Directive, { directiveTable }: Behaviour): boolean {
  const isWhole = !written.includes('\0');
  return isWhole || directiveTable === 'compared' || type === 'ignored' || OUTSIDE_THE_TABLE.has(canonical);
}

/** What `loadServerConfigFromString` (config.c) looks for itself, whatever the release. */
const OUTSIDE_THE_TABLE: ReadonlySet<string> = new Set(['include', 'loadmodule', 'rename-command', 'sentinel', 'user']);
