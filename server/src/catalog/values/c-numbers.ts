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
