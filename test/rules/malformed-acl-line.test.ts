import { test } from 'vitest';
import rule from '../../server/src/rules/malformed-acl-line.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a byte order mark goes', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      \ufeffuser app on nopass ~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('blank lines, CRLF and blanks around a line are fine', () =>
  expectFindings(
    rule,
    `
      -- users.acl --

        user app on nopass ~app:* +@read
  `,
  ));

test('a tab behind user becomes a space', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user	app on nopass ~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('a name alone is no line', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user
    # ^^^^ a line begins with user and a name: delete the line
  `,
  ));

test('a directive is no line', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      aclfile users.acl
    # ^^^^^^^ a line begins with user and a name: delete the line
  `,
  ));

test('in a configuration file names of directives have any letter case', () =>
  expectFindings(
    rule,
    `
      USER app on nopass ~app:* +@read
  `,
  ));
