import { test } from 'vitest';
import rule from '../../server/src/rules/acl-subcommand-of-allowed-command.js';
import { expectFindings } from '../support/fixtures.js';

test('a subcommand without its command is fine', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +config|get
  `,
    { target: 'redis-6.0' },
  ));

test('and after the command was denied', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -config +config|get
  `,
    { target: 'redis-6.0' },
  ));

test('from 6.2 on it is passed over', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +config +config|get
  `,
    { target: 'redis-6.2' },
  ));
