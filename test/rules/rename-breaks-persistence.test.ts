import { expect, test } from 'vitest';
import rule from '../../server/src/rules/rename-breaks-persistence.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('nothing is kept and nothing replicates', () =>
  expectFindings(
    rule,
    `
      rename-command FLUSHALL ""
  `,
  ));

test('commands that are in no append-only file', () =>
  expectFindings(
    rule,
    `
      appendonly yes
      rename-command CONFIG ""
      rename-command KEYS ""
  `,
  ));

test('a replica ignores its primary', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
      rename-command FLUSHDB ""
    #                ^^^^^^^ a primary may send this command, and the replica leaves it out: deny it by ACL rules
  `,
  ));

test('a Sentinel beside makes a replica of every server sooner or later', async () => {
  const server = '-- redis.conf --\nrename-command FLUSHALL ""\n';
  expect(await severitiesOf(rule, `${server}-- sentinel.conf --\nsentinel monitor m 127.0.0.1 6379 2\n`)).toEqual([
    'warning',
  ]);
});
