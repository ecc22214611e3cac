import { cString } from './c-string.js';

const LONG_MAX = 2n ** 63n - 1n;
const LONG_MIN = -(2n ** 63n);

/** What `strtol` makes of a text. */
export interface Long {
  /** Clamped to 64 bits; 0 where there are no digits. */
  readonly value: bigint;
  /** Whether it had to be clamped (`ERANGE`). */
  readonly isClamped: boolean;
  /** Whether the text was used up. */
  readonly isWhole: boolean;
}

/** `strtol(text, &end, base)`: blanks and a sign may come first; an empty text is 0 and used up. */
export function strtol(text: string, base: 8 | 10): Long {
  const seen = cString(text);
  const match = (base === 8 ? OCTAL : DECIMAL).exec(seen);
  if (match === null) return { value: 0n, isClamped: false, isWhole: seen === '' };
  const [all, sign, digits = ''] = match;
  // More than this are beyond 64 bits in any base, and would take their time to become a number.
  const magnitude = digits.length > 22 ? 2n ** 64n : BigInt(`${base === 8 ? '0o' : ''}${digits || '0'}`);
  const value = sign === '-' ? -magnitude : magnitude;
  const clamped = value > LONG_MAX ? LONG_MAX : value < LONG_MIN ? LONG_MIN : value;
  return { value: clamped, isClamped: clamped !== value, isWhole: all.length === seen.length };
}

const DECIMAL = /^[ \t\n\v\f\r]*([+-]?)(?:0+(?![0-9])|0*([0-9]+))/;
const OCTAL = /^[ \t\n\v\f\r]*([+-]?)(?:0+(?![0-7])|0*([0-7]+))/;

/** C's `atoi` as glibc does it: a 64-bit number, whatever follows it, cut to 32 bits. */
export function atoi(text: string): number {
  return asInt(strtol(text, 10).value);
}

/** `strtoll` of a text that has to be used up; undefined where something is left. */
export function strtoll(text: string): bigint | undefined {
  const { value, isWhole } = strtol(text, 10);
  return isWhole ? value : undefined;
}

/** The 32 bits that are left of a number in a C `int`. */
export function asInt(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}
