import { cString } from './c-string.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

export interface EventLetters {
  /** What `A` stands for, in the order in which servers show them. */
  readonly all: string;
  /** Classes that are shown only where `A` is not. */
  readonly beside: string;
  readonly complaint: string;
}

/** `keyspaceEventsStringToFlags` and back (notify.c): letters in any order, shown in the server's. */
export function readKeyspaceEvents(text: string, { all, beside, complaint }: EventLetters): Outcome {
  const letters = new Set(cString(text));
  const known = `A${all}${beside}KEm`;
  for (const letter of letters) {
    if (!known.includes(letter)) return refusedValue(complaint, `letters out of ${known}`);
  }
  const everything = letters.has('A') || [...all].every((letter) => letters.has(letter));
  const classes = everything ? 'A' : [...(all + beside)].filter((letter) => letters.has(letter)).join('');
  return accepted(classes + [...'KEm'].filter((letter) => letters.has(letter)).join(''));
}
