import { expect, test } from 'vitest';
import rule from '../../server/src/rules/flushall-ignores-key-patterns.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('reading alone is no hindrance either', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass %R~app:* +get +flushdb
    #                    ^^^^^^^^ this keeps app from no key where it runs FLUSHDB: deny them
  `,
  ));

test('silent where the user may use all keys, or none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~* +@write
      user job on nopass +flushall
      user ops on nopass ~ops:* +flushall
  `,
  ));

test('silent where everything dangerous is denied, or the commands are renamed', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      rename-command FLUSHALL ""
      rename-command FLUSHDB ""
      rename-command SWAPDB ""
      user default off
      user app on nopass ~app:* +@read +@write -@dangerous
      user web on nopass ~web:* +@read +@write
  `,
  ));

test('a word that grants nothing else is deleted', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +flushdb +get
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get
  `,
    { title: 'Take these commands from app, and nothing else' },
  ));

test('a hint in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +@keyspace\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
});
