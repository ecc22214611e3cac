import { expect, test } from 'vitest';
import rule from '../../server/src/rules/eviction-loses-data.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a cache may forget', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      appendonly yes
      maxmemory-policy allkeys-lru
  `,
    { circumstances: { role: 'cache' } },
  ));

test('nothing is kept', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      maxmemory-policy allkeys-lru
  `,
  ));

test('only keys that expire anyway', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      maxmemory-policy volatile-lru
  `,
    { circumstances: { role: 'session' } },
  ));

test('without a limit nothing is evicted', () =>
  expectFindings(
    rule,
    `
      appendonly yes
      maxmemory-policy allkeys-lru
  `,
  ));

test('a queue loses jobs', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      maxmemory-policy allkeys-lfu
    #                  ^^^^^^^^^^^ jobs are evicted when the memory is full: write noeviction
  `,
    { circumstances: { role: 'queue' } },
  ));

test('a cache is there to evict', async () => {
  const cache = { circumstances: { role: 'cache' } } as const;
  expect(await severitiesOf(rule, 'maxmemory 1gb\n', cache)).toEqual(['info']);
  expect(await severitiesOf(rule, 'maxmemory 1gb\nmaxmemory-policy noeviction\n', cache)).toEqual(['info']);
  expect(await severitiesOf(rule, 'maxmemory 1gb\nmaxmemory-policy allkeys-lfu\n', cache)).toEqual([]);
  expect(await severitiesOf(rule, 'maxmemory-policy noeviction\n', cache)).toEqual([]);
  expect(await severitiesOf(rule, 'maxmemory 1gb\n')).toEqual([]);
});
