import { strtol, strtoll } from './c-numbers.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

export const INT64_MAX = 2n ** 63n - 1n;
export const INT64_MIN = -(2n ** 63n);
export const UINT64_MAX = 2n ** 64n - 1n;

/** The smallest and largest value that a server takes. */
export interface Limits {
  readonly min: bigint;
  readonly max: bigint;
}

/** `string2ll` (util.c): nothing but the one decimal spelling of a 64-bit number; undefined for any other text. */
export function string2ll(text: string): bigint | undefined {
  if (text.length > 20 || !/^(?:0|-?[1-9][0-9]*)$/.test(text)) return undefined;
  const value = BigInt(text);
  return value < INT64_MIN || value > INT64_MAX ? undefined : value;
}

/** An ordinary number (`numericConfigSet`). */
export function readInteger(text: string, limits: Limits): Outcome {
  const value = string2ll(text);
  const expected = `a whole number from ${limits.min} to ${limits.max}`;
  if (value === undefined) return refusedValue("argument couldn't be parsed into an integer", expected);
  return isWithin(value, limits)
    ? accepted(String(value))
    : refusedValue(`argument must be between ${limits.min} and ${limits.max} inclusive`, expected);
}

/** File permissions in 6.x: whatever octal number the text begins with, cut to the 32 bits of a `mode_t`. */
export function readPermissionsLoosely(text: string): Outcome {
  const { value, isClamped } = strtol(text, 8);
  const mode = BigInt.asUintN(32, value);
  return isClamped || mode > 0o777n
    ? refusedValue('Invalid socket file permissions', 'an octal number from 0 to 777')
    : accepted(mode.toString(8));
}

/** File permissions as Redis 7.0 and later read them: `strtoll(value, &end, 8)`, blanks and a sign before it included. */
export function readOctal(text: string, limits: Limits): Outcome {
  const range = `${limits.min.toString(8)} and ${limits.max.toString(8)}`;
  const expected = `an octal number from ${limits.min.toString(8)} to ${limits.max.toString(8)}`;
  const { value, isClamped, isWhole } = strtol(text, 8);
  if (isClamped || !isWhole) return refusedValue("argument couldn't be parsed as an octal number", expected);
  return isWithin(value, limits)
    ? accepted(value.toString(8))
    : refusedValue(`argument must be between ${range} inclusive`, expected);
}

/** `updateOOMScoreAdjValues` (config.c): three numbers, each read by `strtoll`. */
export function readOomScores(args: readonly string[]): Outcome {
  const numbers = args.map(strtoll);
  const bad = numbers.findIndex((number) => number === undefined || !isWithin(number, { min: -2000n, max: 2000n }));
  if (bad === -1) return accepted(numbers.join(' '));
  const says = 'Invalid oom-score-adj-values, elements must be between -2000 and 2000.';
  return refusedValue(says, 'three numbers from -2000 to 2000', bad);
}

export function isWithin(value: bigint, { min, max }: Limits): boolean {
  return value >= min && value <= max;
}
