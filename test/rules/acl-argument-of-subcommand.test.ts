import { test } from 'vitest';
import rule from '../../server/src/rules/acl-argument-of-subcommand.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('in a selector', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass (~app:* +config|get|maxmemory)
  `,
    `
      -- users.acl --
      user app on nopass (~app:* +config|get)
  `,
  ));

test('a command without subcommands may have its first argument allowed', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +select|0
  `,
  ));

test('the argument goes', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +client|setname|app
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +client|setname
  `,
  ));
