import { cString } from './c-string.js';

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/**
 * C's `atoi` as glibc does it: blanks, a sign, digits; what follows is ignored, no digits are 0; clamped to a 64-bit
 * long and then cut to 32 bits.
 */
export function atoi(text: string): number {
  const digits = /^[ \t\n\v\f\r]*([+-]?[0-9]+)/.exec(text)?.[1];
  if (digits === undefined) return 0;
  const value = BigInt(digits.replace(/^\+/, ''));
  const long = value > LONG_MAX ? LONG_MAX : value < LONG_MIN ? LONG_MIN : value;
  return Number(BigInt.asIntN(32, long));
}

/**
 * `strtoll(text, &end, 10)`, clamped to 64 bits, with the whole text used up; undefined where something is left. Blanks
 * and a sign may come first; an empty text is 0.
 */
export function strtoll(text: string): bigint | undefined {
  const seen = cString(text);
  if (seen === '') return 0n;
  const match = /^[ \t\n\v\f\r]*([+-]?)([0-9]+)$/.exec(seen);
  if (match === null) return undefined;
  const value = BigInt(match[2] ?? '0') * (match[1] === '-' ? -1n : 1n);
  return value > LONG_MAX ? LONG_MAX : value < LONG_MIN ? LONG_MIN : value;
}

/** The 32 bits that are left of a number in a C `int`. */
export function asInt(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}
