import { expect, test } from 'vitest';
import rule from '../../server/src/rules/key-names-visible.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a whole category is denied in part', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user shop on nopass ~shop:* +@read +@write -@dangerous
      user mail on nopass ~mail:* +get
  `,
    `
      -- users.acl --
      user shop on nopass ~shop:* +@read +@write -@dangerous -scan -randomkey -dbsize
      user mail on nopass ~mail:* +get
  `,
  ));

test('CLIENT TRACKING tells every key that changes', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user shop on nopass ~shop:* +get +@connection
    #                                  ^^^^^^^^^^^^ shop sees the names of keys it may not use with CLIENT TRACKING: deny it where the application can do without
      user mail on nopass ~mail:* +get
  `,
  ));

test('silent where there is one application only', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user shop on nopass ~shop:* +get +scan
      user admin on nopass ~* +@all
      user metrics on nopass +info
      user replica on nopass +psync +replconf +ping
  `,
  ));

test('silent where the user may use all keys, and in development', async () => {
  const drawn =
    '-- users.acl --\nuser default off\nuser shop on nopass ~* +get +scan\nuser mail on nopass ~mail:* +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual([]);
  const kept = drawn.replace('~*', '~shop:*');
  expect(await severitiesOf(rule, kept)).toEqual(['hint']);
  expect(await severitiesOf(rule, kept, { profile: 'development' })).toEqual([]);
});
