import { expect, test } from 'vitest';
import rule from '../../server/src/rules/lua-denied-by-halves.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('renaming two commands leaves four', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      rename-command EVAL ""
    #                ^^^^ Lua still runs by EVAL_RO, EVALSHA, EVALSHA_RO, FCALL and FCALL_RO: rename them too, or deny -@scripting by ACL rules
      rename-command SCRIPT ""
  `,
  ));

test('the missing lines are those that the target has', () =>
  expectFix(
    rule,
    `
      rename-command EVAL ""
      rename-command EVALSHA ""
      rename-command SCRIPT ""
  `,
    `
      rename-command EVAL ""
      rename-command EVALSHA ""
      rename-command SCRIPT ""
      rename-command EVAL_RO ""
      rename-command EVALSHA_RO ""
      rename-command FCALL ""
      rename-command FCALL_RO ""
      rename-command FUNCTION ""
  `,
  ));

test('silent in 6.x, where EVAL and EVALSHA are all there is', () =>
  expectFindings(
    rule,
    `
      rename-command EVAL ""
      rename-command EVALSHA ""
      user default off
      user app on nopass ~app:* +@all -eval -evalsha
  `,
    { target: 'redis-6.2' },
  ));

test('silent where all scripts are denied, and where what is left was asked for', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@scripting -eval
      user ro on nopass ~ro:* +@read +eval_ro -eval
      user ops on nopass ~* +@all -eval
      user web on nopass ~web:* +@all -@dangerous
  `,
  ));

test('silent where everybody is denied what was not renamed', () =>
  expectFindings(
    rule,
    `
      rename-command EVAL ""
      user default off
      user app on nopass ~app:* +@all -@scripting
  `,
  ));

test('silent where the application is known to need scripts', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser jobs on nopass ~jobs:* +@all -@dangerous -eval\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn, { circumstances: { scriptUsers: ['jobs'] } })).toEqual([]);
});
