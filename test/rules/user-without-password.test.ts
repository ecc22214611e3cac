import { expect, test } from 'vitest';
import rule from '../../server/src/rules/user-without-password.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('nopass behind a password takes it away', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on >secret nopass ~app:* +get
    #                     ^^^^^^ whoever knows the name app is logged in with any password: give it one
  `,
  ));

test('silent where a password follows, and about users that are off', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass >secret ~app:* +get
      user old off nopass ~app:* +get
      user web on nopass resetpass ~web:* +get
  `,
  ));

test('a health check is information, and so is INFO', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser health on nopass +ping +info\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['info']);
});

test('a warning in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['warning']);
});

test('users of certificates need no password, and no nopass', () =>
  expectFix(
    rule,
    `
      tls-auth-clients-user CN
      user default off
      user app on nopass ~app:* +get
  `,
    `
      tls-auth-clients-user CN
      user default off
      user app on resetpass ~app:* +get
  `,
  ));
