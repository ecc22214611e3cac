import { accepted, type Outcome, refusedValue } from './outcome.js';

/** Whether the release takes hexadecimal fractions (`strtod`), or only decimal ones (`fast_float`, Valkey 9.1). */
export type FractionReading = 'with-hexadecimal' | 'decimal';

/** `latency-tracking-info-percentiles`: numbers from 0 to 100; one empty argument is none. */
export function readPercentiles(args: readonly string[], reading: FractionReading): Outcome {
  if (args.length === 1 && args[0] === '') return accepted('');
  const expected = 'numbers from 0 to 100';
  const shown: string[] = [];
  for (const [index, arg] of args.entries()) {
    const number = string2d(arg, reading);
    if (number === undefined) {
      return refusedValue('Invalid latency-tracking-info-percentiles parameters', expected, index);
    }
    if (number > 100 || number < 0) {
      const says = 'latency-tracking-info-percentiles parameters should sit between [0.0,100.0]';
      return refusedValue(says, expected, index);
    }
    shown.push(withoutTrailingZeros(sixDecimals(number)));
  }
  return accepted(shown.join(' '));
}

const DECIMAL = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)(?:\.([0-9a-fA-F]*))?(?:[pP]([+-]?[0-9]+))?$/;

/** `string2d` (util.c): undefined for no number, for one that overflows and for one that vanishes. */
function string2d(text: string, reading: FractionReading): number | undefined {
  if (/^[+-]?inf(?:inity)?$/i.test(text))
    return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const number = DECIMAL.test(text) ? Number(text) : reading === 'decimal' ? undefined : hexadecimal(text);
  if (number === undefined || !Number.isFinite(number)) return undefined;
  const vanished = number === 0 && /[1-9a-f]/i.test(text.replace(/^[+-]?0x|[ep].*$/gi, ''));
  return vanished ? undefined : number;
}

function hexadecimal(text: string): number | undefined {
  const [, sign, whole = '', fraction = '', exponent = '0'] = HEXADECIMAL.exec(text) ?? [];
  const digits = whole + fraction;
  if (sign === undefined || digits === '') return undefined;
  const magnitude = Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -magnitude : magnitude;
}

/** `%f`, which rounds a tie to the even digit; `toFixed` rounds it up. */
function sixDecimals(number: number): string {
  const exact = Math.abs(number).toFixed(60);
  const cut = exact.length - 54;
  const isTie = /^50*$/.test(exact.slice(cut));
  const isEven = Number(exact[cut - 1]) % 2 === 0;
  const magnitude = isTie && isEven ? exact.slice(0, cut) : Math.abs(number).toFixed(6);
  return Object.is(number, -0) || number < 0 ? `-${magnitude}` : magnitude;
}

function withoutTrailingZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
