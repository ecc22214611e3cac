import { test } from 'vitest';
import rule from '../../server/src/rules/removal-of-absent-password.js';
import { expectFindings } from '../support/fixtures.js';

test('a password given before can be removed', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on >k3vW9sQ2 >x8pL4mN6 <k3vW9sQ2 ~app:* +@read
  `,
  ));

test('one given behind it cannot', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on <k3vW9sQ2 >k3vW9sQ2 ~app:* +@read
    #             ^^^^^^^^^ the user has no such password to remove: delete the ACL rule
  `,
  ));
