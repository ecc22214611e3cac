import { asInt, atoi, strtoll } from './c-numbers.js';
import { cString } from './c-string.js';
import { type Accepted, accepted, type Outcome, refusedValue } from './outcome.js';

const INVALID = 'Invalid save parameters';
const CLEARED: Outcome = { kind: 'accepted', value: '', clears: true };

/** `setConfigSaveOption` (config.c, Redis 7.0 and later): pairs of seconds and changes; one empty argument clears. */
export function readSavePoints(args: readonly string[]): Outcome {
  if (args.length === 1 && isEmpty(args[0])) return CLEARED;
  const expected = 'pairs of seconds and changes, such as 3600 1 300 100';
  if (args.length % 2 === 1) return refusedValue(INVALID, expected);
  const numbers: string[] = [];
  for (const [index, arg] of args.entries()) {
    const isSeconds = index % 2 === 0;
    const number = strtoll(arg);
    if (number === undefined || number < (isSeconds ? 1n : 0n)) return refusedValue(INVALID, expected, index);
    numbers.push(String(isSeconds ? number : asInt(number)));
  }
  return accepted(numbers.join(' '));
}

/** `save` in 6.x: only two arguments, read by `atoi`, and one empty one mean anything; any other count is passed over. */
export function readSavePointLoosely(args: readonly string[]): Outcome {
  if (args.length === 1 && isEmpty(args[0])) return CLEARED;
  const [seconds, changes] = args.map((arg) => atoi(cString(arg)));
  if (args.length !== 2 || seconds === undefined || changes === undefined) return accepted('');
  const expected = 'seconds of at least 1 and changes of at least 0';
  if (seconds < 1) return refusedValue(INVALID, expected, 0);
  return changes < 0 ? refusedValue(INVALID, expected, 1) : accepted(`${seconds} ${changes}`);
}

/** The points after one more line. */
export function mergeSavePoints(before: string, { value, clears }: Accepted): string {
  if (clears || before === '') return value;
  return value === '' ? before : `${before} ${value}`;
}

function isEmpty(arg: string | undefined): boolean {
  return cString(arg ?? '') === '';
}
