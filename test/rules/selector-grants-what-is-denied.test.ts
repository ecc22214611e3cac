import { expect, test } from 'vitest';
import rule from '../../server/src/rules/selector-grants-what-is-denied.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('silent about selectors for data under keys of their own', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous -@scripting (+get ~shared:*) (+@read +@write -@dangerous -@scripting %R~ref:*)
  `,
  ));

test('silent where nothing was denied by name, so that the selector is what is meant to grant it', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* -@all +get (+keys ~app:*)
  `,
  ));

test('silent about administrators, and about selectors that are cleared again', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user ops on nopass ~* +@all -@dangerous (+@all)
      user app on nopass ~app:* +@all -@dangerous -@scripting (+@all ~x:*) clearselectors
  `,
  ));

test('what only copies is a warning', async () => {
  const drawn =
    '-- users.acl --\nuser default off\nuser app on nopass ~app:* +@all -@dangerous -@scripting (+monitor)\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
});

test('blanks before the parenthesis stay', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@dangerous ( +@keyspace ) +get
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@dangerous ( +@keyspace -@dangerous ) +get
  `,
  ));
