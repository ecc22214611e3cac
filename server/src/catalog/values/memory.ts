import { asciiLower, cString } from './c-string.js';
import { INT64_MAX, type Limits, string2ll, UINT64_MAX } from './integer.js';
import { accepted, type Outcome, refusedValue } from './outcome.js';

/**
 * How a release reads sizes. `signed`: 6.x, `memtoll`, limited to 2^63-1. `unsigned`: `memtoull` from Redis 7.0 on,
 * limited to 2^64-1. `checked`: Valkey 9.1, which refuses numbers above that. All wrap when they multiply.
 */
export type MemoryReading = 'signed' | 'unsigned' | 'checked';

const EXPECTED = 'a size such as 512mb or 1gb';

/** A size in bytes with an optional unit (`memtoull`, util.c). */
export function readMemory(text: string, limits: Limits, reading: MemoryReading): Outcome {
  const bytes = limits.min < 0n ? parseSignedMemory(text, reading) : parseMemory(text, reading);
  if (bytes === undefined || (reading === 'signed' && bytes < 0n)) {
    return refusedValue('argument must be a memory value', EXPECTED);
  }
  return withinMemory(bytes, limits);
}

/** Where -1 means no limit (`SIGNED_MEMORY_CONFIG`): a negative number has no unit, and sizes from 2^63 on wrap to one. */
function parseSignedMemory(text: string, reading: MemoryReading): bigint | undefined {
  const bytes = parseMemory(text, reading);
  return bytes === undefined ? string2ll(cString(text)) : BigInt.asIntN(64, bytes);
}

/** A size, or a share of `maxmemory` up to 100%; percentages are stored as negative numbers (`PERCENT_CONFIG`). */
export function readPercentOrMemory(text: string, limits: Limits, reading: MemoryReading): Outcome {
  const expected = `${EXPECTED}, or a percentage up to ${-limits.min}%`;
  const bytes = parseMemory(text, reading);
  const percent = bytes === undefined ? parsePercent(text) : undefined;
  const stored = bytes === undefined ? percent && -percent : BigInt.asIntN(64, bytes);
  if (stored === undefined) return refusedValue('argument must be a memory or percent value', expected);
  if (stored >= 0n) return withinMemory(stored, { min: 0n, max: limits.max });
  return stored < limits.min
    ? refusedValue(`percentage argument must be less or equal to ${-limits.min}`, expected)
    : accepted(`${-stored}%`);
}

function withinMemory(bytes: bigint, { min, max }: Limits): Outcome {
  return bytes < min || bytes > max
    ? refusedValue(`argument must be between ${min} and ${max} inclusive`, EXPECTED)
    : accepted(String(bytes));
}

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1000n,
  kb: 1024n,
  m: 1000n ** 2n,
  mb: 1024n ** 2n,
  g: 1000n ** 3n,
  gb: 1024n ** 3n,
};

/** The number of bytes, wrapped to 64 bits; undefined for a text that is no size. No digits are 0. */
export function parseMemory(text: string, reading: MemoryReading): bigint | undefined {
  const match = /^(-?)([0-9]*)([a-zA-Z]*)$/.exec(cString(text));
  if (match === null) return undefined;
  const [, sign = '', digits = '', unit = ''] = match;
  const factor = UNITS[asciiLower(unit)];
  // `memtoll` copies the digits into a buffer of 128 bytes.
  if (factor === undefined || sign.length + digits.length >= 128) return undefined;
  if (reading === 'signed') return signedBytes(sign, digits, factor);
  const number = BigInt(digits || '0');
  if (sign !== '' || (reading === 'checked' && number > UINT64_MAX)) return undefined;
  return BigInt.asUintN(64, (number > UINT64_MAX ? UINT64_MAX : number) * factor);
}

function signedBytes(sign: string, digits: string, factor: bigint): bigint | undefined {
  // `strtoll` reads a lone minus as no number at all and leaves it unread.
  if (sign !== '' && digits === '') return undefined;
  const magnitude = BigInt(digits || '0');
  const limited = magnitude > INT64_MAX ? INT64_MAX + (sign === '' ? 0n : 1n) : magnitude;
  return BigInt.asIntN(64, (sign === '' ? limited : -limited) * factor);
}

function parsePercent(text: string): bigint | undefined {
  if (text.length < 2 || !text.endsWith('%')) return undefined;
  const number = string2ll(text.slice(0, -1));
  return number === undefined || number < 0n ? undefined : number;
}
