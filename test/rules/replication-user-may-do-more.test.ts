import { expect, test } from 'vitest';
import rule from '../../server/src/rules/replication-user-may-do-more.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('keys are of no use to it', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user repl on nopass ~* +psync +replconf +ping
    #      ^^^^ replicas need no keys: take them from repl
  `,
  ));

test('the user that masteruser names', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masteruser copy
      user default off
      user copy on nopass +psync +replconf +ping +flushall +get
    #      ^^^^ replicas need PSYNC, REPLCONF and PING, and copy may run FLUSHALL and GET too: take them away
  `,
  ));

test('silent about what some tools and clusters need beside it', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user replica on nopass +psync +sync +replconf +ping +cluster|syncslots
  `,
    { target: 'valkey-9.1' },
  ));

test('silent about users that only have the name, and about administrators', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user replica on nopass ~app:* +@read
      user replica-admin on nopass ~* +psync +get
      user republic on nopass ~app:* +psync +get
  `,
  ));

test('a hint in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser replica on nopass +psync +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
});
