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
  const known = choiceOf(text, choice);
  return known === undefined ? refusedChoice(choice, 0) : accepted(choice.synonyms[known] ?? known);
}

/**
 * `configEnumGetValue` for the enums that are sets of flags: their values are combined with `|`. Words are shown in
 * the server's order; the one whose flag is 0 (`default`, `no`) only where no other is set, and `yes` for all.
 */
export function readFlags(args: readonly string[], choice: Choice, zero: string): Outcome {
  const chosen = new Set<string>();
  for (const [index, arg] of args.entries()) {
    const word = choiceOf(arg, choice);
    if (word === undefined) return refusedChoice(choice, index);
    chosen.add(word);
  }
  if (args.length === 0) return refusedChoice(choice);
  if (chosen.has('save') && chosen.has('nosave')) {
    return refusedValue(
      "shutdown options SAVE and NOSAVE can't be used simultaneously",
      'either `save` or `nosave`, not both',
    );
  }
  const flags = choice.words.filter((word) => word !== zero && word !== 'yes');
  const shown = flags.filter((word) => chosen.has(word));
  const isAll = choice.words.includes('yes') && (chosen.has('yes') || shown.length === flags.length);
  if (isAll) return accepted('yes');
  return accepted(shown.length === 0 ? zero : shown.join(' '));
}

function choiceOf(text: string, { words }: Choice): string | undefined {
  const wanted = asciiLower(cString(text));
  return words.find((word) => asciiLower(word) === wanted);
}

function refusedChoice(choice: Choice, argument?: number): Outcome {
  const words = choice.words.join(', ');
  return refusedValue(`${choice.complaint}: ${words}`, `one of ${words}`, argument);
}
