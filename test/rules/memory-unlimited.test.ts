import { expect, test } from 'vitest';
import rule from '../../server/src/rules/memory-unlimited.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a limit is a limit', () =>
  expectFindings(
    rule,
    `
      maxmemory 100mb
  `,
  ));

test('a Sentinel keeps no data', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      port 26379
  `,
  ));

test('milder for replicas and in containers, silent while developing', async () => {
  expect(
    await severitiesOf(
      rule,
      `port 6379
`,
    ),
  ).toEqual(['warning']);
  expect(
    await severitiesOf(
      rule,
      `replicaof 127.0.0.1 6380
`,
    ),
  ).toEqual(['info']);
  expect(
    await severitiesOf(
      rule,
      `port 6379
`,
      { circumstances: { flavour: 'official-image' } },
    ),
  ).toEqual(['info']);
  expect(
    await severitiesOf(
      rule,
      `port 6379
`,
      { profile: 'development' },
    ),
  ).toEqual([]);
});
