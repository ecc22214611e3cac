import { expect, test } from 'vitest';
import rule from '../../server/src/rules/writable-replica.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('read-only by default', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
  `,
  ));

test('the old name is the same setting', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
      slave-read-only no
    #                 ^^ what is written here never reaches the primary: write yes
  `,
  ));

test('a hint where nothing replicates', async () => {
  expect(
    await severitiesOf(
      rule,
      `replica-read-only no
`,
    ),
  ).toEqual(['hint']);
});

test('a Sentinel beside makes a replica of every server sooner or later', async () => {
  const server = '-- redis.conf --\nreplica-read-only no\n';
  expect(await severitiesOf(rule, server)).toEqual(['hint']);
  expect(await severitiesOf(rule, `${server}-- sentinel.conf --\nsentinel monitor m 127.0.0.1 6379 2\n`)).toEqual([
    'warning',
  ]);
});
