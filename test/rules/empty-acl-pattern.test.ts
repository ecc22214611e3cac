import { test } from 'vitest';
import rule from '../../server/src/rules/empty-acl-pattern.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('an empty password lets anybody in', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on > ~app:* +@read
    #             ^ > alone is an empty password, with which anybody can log in: write a password behind it
  `,
  ));

test('a pattern for channels', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* & +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* &app:* +@read
  `,
  ));

test('patterns of one character', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~* &* +@read
  `,
  ));
