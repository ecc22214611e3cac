import type { Directive } from '../catalog/directive.js';
import { nearest } from './nearest.js';

/** A value that a server takes instead of a refused one. */
export interface Correction {
  readonly value: string;
  /** Whether it can only have been meant so. */
  readonly certain: boolean;
}

/**
 * What was probably meant by a value that the server refuses; undefined where nothing is near. Whether the server takes
 * it is for the caller to ask.
 */
export function correctionOf(value: string, directive: Directive): Correction | undefined {
  if (value.length > LONGEST) return undefined;
  switch (directive.type) {
    case 'bool':
      return yesOrNo(value);
    case 'enum':
      return among(value, directive.values);
    case 'integer':
      return wholeNumber(value) ?? clamped(value, directive);
    case 'memory':
    case 'percent-or-memory':
      return size(value);
    default:
      return undefined;
  }
}

/** What is longer than any number or word of a list was not meant to be one. */
const LONGEST = 60;

const YES = /^(?:true|on|1|y|t|enabled?|ye|yess|yes[.,;]?)$/i;
const NO = /^(?:false|off|0|n|f|disabled?|not?|none|no[.,;]?)$/i;

function yesOrNo(value: string): Correction | undefined {
  if (YES.test(value)) return { value: 'yes', certain: true };
  return NO.test(value) ? { value: 'no', certain: true } : undefined;
}

function among(value: string, words: readonly string[]): Correction | undefined {
  const flag = yesOrNo(value)?.value;
  if (flag !== undefined && words.includes(flag)) return { value: flag, certain: true };
  const word =
    words.find((known) => value.length > 2 && known.startsWith(value.toLowerCase())) ?? nearest(value, words);
  return word === undefined ? undefined : { value: word, certain: false };
}

/** `06380`, `+1`, `10,000`, `10_000`, `10.0`. */
function wholeNumber(value: string): Correction | undefined {
  const digits = /^\s*([+-]?)0*(\d{1,3}(?:[,_']?\d{3})*|\d+)(?:\.0*)?\s*$/.exec(value);
  if (digits === null) return undefined;
  const number = (digits[2] ?? '').replace(/[,_']/g, '');
  const corrected = digits[1] === '-' && number !== '0' ? `-${number}` : number;
  return corrected === value ? undefined : { value: corrected, certain: true };
}

function clamped(value: string, { min, max }: Directive): Correction | undefined {
  if (!/^-?\d{1,40}$/.test(value)) return undefined;
  const number = BigInt(value);
  if (min !== undefined && number < min) return { value: String(min), certain: false };
  return max !== undefined && number > max ? { value: String(max), certain: false } : undefined;
}

/** Factors of units that servers lack, in units that they have. */
const UNITS: ReadonlyMap<string, readonly [factor: number, unit: string]> = new Map([
  ['tb', [1024, 'gb']],
  ['t', [1000, 'g']],
  ['tib', [1024, 'gb']],
  ['gib', [1, 'gb']],
  ['mib', [1, 'mb']],
  ['kib', [1, 'kb']],
  ['gi', [1, 'gb']],
  ['mi', [1, 'mb']],
  ['ki', [1, 'kb']],
]);

/** The next smaller unit, for fractions. */
const SMALLER: ReadonlyMap<string, readonly [factor: number, unit: string]> = new Map([
  ['gb', [1024, 'mb']],
  ['mb', [1024, 'kb']],
  ['kb', [1024, 'b']],
  ['g', [1000, 'm']],
  ['m', [1000, 'k']],
  ['k', [1000, 'b']],
]);

/** `1.5gb`, `1tb`, `512mib`, `+1gb`, `2 gb`, `1,000mb`. */
function size(value: string): Correction | undefined {
  const match = /^\+?(\d[\d,_]*(?:\.\d+)?)\s*([a-z]*)$/i.exec(value.trim());
  if (match === null) return undefined;
  const written = match[2]?.toLowerCase() ?? '';
  const [factor, unit] = UNITS.get(written) ?? [1, written];
  const amount = Number((match[1] ?? '').replace(/[,_]/g, '')) * factor;
  if (Number.isSafeInteger(amount)) return { value: `${amount}${unit}`, certain: true };
  const [times, smaller] = SMALLER.get(unit) ?? [1, ''];
  const inSmaller = amount * times;
  return Number.isSafeInteger(inSmaller) ? { value: `${inSmaller}${smaller}`, certain: true } : undefined;
}
