import { expect, test } from 'vitest';
import { atoi, strtol, strtoll } from '../../../server/src/catalog/values/c-numbers.js';
import { readInteger, readOctal, readPermissionsLoosely } from '../../../server/src/catalog/values/integer.js';
import { parseMemory, readMemory, readPercentOrMemory } from '../../../server/src/catalog/values/memory.js';
import type { Outcome } from '../../../server/src/catalog/values/outcome.js';
import { readPercentiles } from '../../../server/src/catalog/values/percentiles.js';

const PORT = { min: 0n, max: 65535n };
const ANY_SIZE = { min: 0n, max: 2n ** 64n - 1n };

test.each(['6380', '0', '65535'])('the integer %j', (text) => {
  expect(shown(readInteger(text, PORT))).toBe(text);
});

test.each(['', ' 1', '1 ', '+1', '01', '-0', '0x10', '1k', '1.0', '9'.repeat(20)])('no integer: %j', (text) => {
  expect(shown(readInteger(text, PORT))).toBe("argument couldn't be parsed into an integer");
});

test.each(['-1', '65536'])('%j is out of range', (text) => {
  expect(shown(readInteger(text, PORT))).toBe('argument must be between 0 and 65535 inclusive');
});

test.each([
  ['1b', '1'],
  ['1K', '1000'],
  ['1kb', '1024'],
  ['1m', '1000000'],
  ['1Mb', '1048576'],
  ['1g', '1000000000'],
  ['1GB', '1073741824'],
  ['010', '10'],
])('the size %s is %s', (text, bytes) => {
  expect(shown(readMemory(text, ANY_SIZE, 'unsigned'))).toBe(bytes);
});

test.each(['1t', '1tb', '1.5gb', '+1', '-1', '0x10', '1 kb', '10%'])('no size: %j', (text) => {
  expect(shown(readMemory(text, ANY_SIZE, 'unsigned'))).toBe('argument must be a memory value');
});

test('no digits are none', () => {
  expect(['', 'mb', 'k'].map((text) => parseMemory(text, 'signed'))).toEqual([0n, 0n, 0n]);
});

test('sizes wrap', () => {
  expect(parseMemory('17179869184gb', 'unsigned')).toBe(0n);
  expect(parseMemory('20000000000gb', 'unsigned')).toBe(3028092406290448384n);
});

test('sizes too large are limited, differently over time', () => {
  const large = '99999999999999999999';
  expect(parseMemory(large, 'signed')).toBe(2n ** 63n - 1n);
  expect(parseMemory(large, 'unsigned')).toBe(2n ** 64n - 1n);
  expect(parseMemory(large, 'checked')).toBeUndefined();
});

test('a share of the memory is at most all of it', () => {
  const limits = { min: -100n, max: 2n ** 63n - 1n };
  expect(shown(readPercentOrMemory('50%', limits, 'unsigned'))).toBe('50%');
  expect(shown(readPercentOrMemory('101%', limits, 'unsigned'))).toBe(
    'percentage argument must be less or equal to 100',
  );
  expect(shown(readPercentOrMemory('05%', limits, 'unsigned'))).toBe('argument must be a memory or percent value');
});

test('permissions are octal', () => {
  const limits = { min: 0n, max: 0o777n };
  expect(shown(readOctal('0770', limits))).toBe('770');
  expect(shown(readOctal('', limits))).toBe('0');
  expect(shown(readOctal('888', limits))).toBe("argument couldn't be parsed as an octal number");
  expect(shown(readOctal('1000', limits))).toBe('argument must be between 0 and 777 inclusive');
  expect(shown(readPermissionsLoosely('rwx'))).toBe('0');
  expect(shown(readPermissionsLoosely('1000'))).toBe('Invalid socket file permissions');
});

test('percentiles are shown without needless zeros, ties rounded to even', () => {
  expect(shown(readPercentiles(['50.0', '.5', '1e1', '-0', '0.0078125'], 'decimal'))).toBe('50 0.5 10 -0 0.007812');
});

test('hexadecimal percentiles went with Valkey 9.1', () => {
  expect(shown(readPercentiles(['0x1.8p1'], 'with-hexadecimal'))).toBe('3');
  expect(shown(readPercentiles(['0x1.8p1'], 'decimal'))).toBe('Invalid latency-tracking-info-percentiles parameters');
});

test('C reads numbers as far as they go', () => {
  expect([' 7x', '+7', '-7', 'x', '', '0007'].map(atoi)).toEqual([7, 7, -7, 0, 0, 7]);
  expect(atoi('4294967297')).toBe(1);
  expect(strtoll('7x')).toBeUndefined();
  expect(strtoll('9'.repeat(1_000_000))).toBe(2n ** 63n - 1n);
  expect(strtol('09', 8)).toEqual({ value: 0n, isClamped: false, isWhole: false });
});

function shown(outcome: Outcome): string {
  return outcome.kind === 'accepted' ? outcome.value : outcome.says;
}

test.each([
  ['-1', '-1'],
  ['1gb', '1073741824'],
  ['18446744073709551615', '-1'],
  ['-2', 'argument must be between -1 and 9223372036854775807 inclusive'],
  ['9223372036854775808', 'argument must be between -1 and 9223372036854775807 inclusive'],
  ['-1mb', 'argument must be a memory value'],
  ['-0', 'argument must be a memory value'],
])('a size of which -1 means no limit: %s', (text, outcome) => {
  const limits = { min: -1n, max: 2n ** 63n - 1n };
  expect(shown(readMemory(text, limits, 'checked'))).toBe(outcome);
});
