import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-acl-user-name.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('in an ACL file a tab behind the name is part of it', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app	on nopass ~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('any other character is fine', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app"1 on nopass ~app:* +@read
      user #shop on nopass ~shop:* +@read
      user on on nopass ~on:* +@read
  `,
  ));
