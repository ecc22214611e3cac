import { expect, test } from 'vitest';
import rule from '../../server/src/rules/dormant-user.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('users that are one word from everything', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user old-admin off #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
    #      ^^^^^^^^^ old-admin is off with all it needs to take over: take its rights away, or delete the line
      user guest off nopass
  `,
  ));

test('a default user without a password is nobody', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default on ~* &* +@all
    #      ^^^^^^^ nobody can log in as default, which has no password: give it one, or delete the line
  `,
  ));

test('silent about the default user that the append-only file is read back as', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off resetpass ~* &* +@all
      user app off #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
  `,
  ));

test('silent where users log in by certificate', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      tls-auth-clients-user CN
      user default off
      user app on ~app:* +get
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on ~app:* +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['info']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
