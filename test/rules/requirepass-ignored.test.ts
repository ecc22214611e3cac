import { test } from 'vitest';
import rule from '../../server/src/rules/requirepass-ignored.js';
import { expectFindings } from '../support/fixtures.js';

test('users other than the default one do not matter', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW9sQ2x7
      user app on nopass ~app:* +@read
  `,
  ));

test('the default user of an ACL file decides', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW9sQ2x7
    # ^^^^^^^^^^^ no effect: the user default line decides, so put the password there or delete this line
      aclfile /etc/redis/users.acl
      -- users.acl --
      user default off
  `,
  ));

test('no password is none to ignore', () =>
  expectFindings(
    rule,
    `
      requirepass ""
      user default off
  `,
  ));
