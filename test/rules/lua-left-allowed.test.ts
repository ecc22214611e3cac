import { expect, test } from 'vitest';
import rule from '../../server/src/rules/lua-left-allowed.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('where nothing is denied by category, the grant is where it is said', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +@scripting
    #                                ^^^^^^^^^^^ this leaves app EVAL, EVAL_RO, EVALSHA, EVALSHA_RO, FCALL and FCALL_RO: add -@scripting
  `,
  ));

test('6.x have two ways to run Lua', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous
    #                                 ^^^^^^^^^^^ this leaves app EVAL and EVALSHA: add -@scripting
  `,
    { target: 'redis-6.0' },
  ));

test('silent where scripts are granted by name', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous -@scripting +eval +evalsha +script|load
      user web on nopass ~web:* +get +eval
  `,
  ));

test('silent about administrators, and where the rest of what is dangerous is left too', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user ops on nopass ~* +@all -@dangerous
      user app on nopass ~app:* +@all -@admin
  `,
  ));

test('silent where the application is known to need scripts', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser jobs on nopass ~jobs:* +@all -@dangerous\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn, { circumstances: { scriptUsers: ['jobs'] } })).toEqual([]);
});

test('scripts can stay while functions go', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@dangerous
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@dangerous -@scripting +eval +evalsha +script|load
  `,
    { title: 'Leave app its own Lua scripts, and no functions' },
  ));
