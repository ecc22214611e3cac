import { asciiLower, cString } from './c-string.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

/** `yesnotoi`: `yes` or `no` in any letter case. */
export function readBool(text: string): Outcome {
  const word = asciiLower(cString(text));
  return word === 'yes' || word === 'no'
    ? accepted(word)
    : refusedValue("argument must be 'yes' or 'no'", '`yes` or `no`');
}

export interface Choice {
  /** In the server's order. */
  readonly words: readonly string[];
  /** Words that are stored as another: `relative` of `oom-score-adj` is `yes`. */
  readonly synonyms: Readonly<Record<string, string>>;
  /** The beginning of the server's complaint, which its words follow. */
  readonly complaint: string;
}

/** `configEnumGetValue` for a single word. */
export function readChoice(text: string, choice: Choice): Outcome {
  const word = asciiLower(cString(text));
  const known = choice.words.find((candidate) => asciiLower(candidate) === word);
  return known === undefined ? refusedChoice(choice, 0) : accepted(choice.synonyms[known] ?? known);
}

/**
 * `configEnumGetValue` for the enums that are sets of flags: their values are combined with `|`. Words are shown in
 * the server's order; the one whose flag is 0 (`default`, `no`) only where no other is set.
 */
export function readFlags(args: readonly string[], choice: Choice, zero: string): Outcome {
  const words = args.map((arg) => asciiLower(cString(arg)));
  const bad = words.findIndex((word) => !choice.words.some((candidate) => asciiLower(candidate) === word));
  if (bad !== -1) return refusedChoice(choice, bad);
  const set = choice.words.filter((word) => word !== zero && words.includes(asciiLower(word)));
  return accepted(set.length === 0 ? zero : set.join(' '));
}

function refusedChoice(choice: Choice, argument: number): Outcome {
  const words = choice.words.join(', ');
  return refusedValue(`${choice.complaint}: ${words}`, `one of ${words}`, argument);
}
