import { expect, test } from 'vitest';
import rule from '../../server/src/rules/overlapping-key-patterns.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('patterns that end well and still overlap', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user shop on nopass ~shop:* +set
    #                     ^^^^^^^ this matches shop:cart:1, a key of cart: give each a prefix of its own
      user cart on nopass ~shop:cart:* +set
  `,
  ));

test('silent where two share their keys, or one only reads them', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user producer on nopass ~queue:* +lpush
      user consumer on nopass ~queue:* +lpop
      user stats on nopass %R~queue* +get
      user shop on nopass ~shop:* +set
  `,
  ));

test('silent where one may use all keys, and about administrators', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~* +set
      user web on nopass ~web:* +set
      user ops on nopass ~we* +set
  `,
  ));

test('silent about patterns that cannot be compared by their beginning', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~a?p* ~*:app +set
      user web on nopass ~app:* +set
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser a on nopass ~app* +set\nuser b on nopass ~app2:* +set\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
