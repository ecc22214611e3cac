import { expect, test } from 'vitest';
import rule from '../../server/src/rules/default-off-keeps-nopass.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('without protected mode one word opens the server', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      bind 10.0.0.5
      protected-mode no
      user default off nopass
    #                  ^^^^^^ once the default user is turned on, everyone is let in without a password: write resetpass
  `,
  ));

test('6.x forget protected mode as soon as there is a bind line', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      bind 10.0.0.5
      user default off nopass
    #                  ^^^^^^ once the default user is turned on, everyone is let in without a password: write resetpass
  `,
    { target: 'redis-6.2' },
  ));

test('what ACL SAVE leaves behind', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user default off nopass sanitize-payload ~* &* +@all
  `,
    `
      -- users.acl --
      user default off resetpass sanitize-payload ~* &* +@all
  `,
  ));

test('silent where the flag is taken away again, and about a user that is on', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off nopass resetpass ~* &* +@all
      user app off nopass ~app:* +get
  `,
  ));

test('a hint where only this machine is listened to', async () => {
  expect(await severitiesOf(rule, 'bind 127.0.0.1\nuser default off nopass\n')).toEqual(['hint']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\nuser default off nopass\n')).toEqual(['warning']);
  const options = { profile: 'development' } as const;
  expect(await severitiesOf(rule, 'bind 10.0.0.5\nuser default off nopass\n', options)).toEqual(['info']);
});
