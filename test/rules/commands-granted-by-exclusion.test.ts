import { expect, test } from 'vitest';
import rule from '../../server/src/rules/commands-granted-by-exclusion.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a module adds commands that no list knows', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      loadmodule /usr/lib/redis/search.so
      user default off
      user app on nopass ~app:* allcommands -@dangerous -@scripting
    #                           ^^^^^^^^^^^ app gets every command that a coming release or a module adds: grant what it needs
  `,
  ));

test('silent where categories are denied, which grow with the release', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@admin -@dangerous -@scripting -scan
  `,
  ));

test('silent where everything was taken back first, and about administrators', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@all +@read -keys -scan -dbsize
      user ops on nopass ~* +@all -flushall -flushdb -swapdb
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +@all -keys -scan -dbsize\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
