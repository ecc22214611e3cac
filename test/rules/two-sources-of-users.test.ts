import { test } from 'vitest';
import rule from '../../server/src/rules/two-sources-of-users.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('users in the configuration file alone', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read
  `,
  ));

test('no ACL file is none', () =>
  expectFindings(
    rule,
    `
      aclfile ""
      user app on nopass ~app:* +@read
  `,
  ));

test('a user that the ACL file has already is not moved', () =>
  expectFix(
    rule,
    `
      aclfile /etc/redis/users.acl
      user app on nopass ~app:* +@read
      -- users.acl --
      user app off
  `,
    `
      user app on nopass ~app:* +@read
      -- users.acl --
      user app off
  `,
  ));

test('a password with a blank cannot be moved', () =>
  expectFix(
    rule,
    `
      aclfile /etc/redis/users.acl
      user app on ">two words" ~app:* +@read
      -- users.acl --
  `,
    `
      user app on ">two words" ~app:* +@read
      -- users.acl --
  `,
  ));
