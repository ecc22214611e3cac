import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-acl-rule.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('keywords are written in any letter case', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app ON NOPASS ALLKEYS +@READ
  `,
  ));

test('a misspelt keyword', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopas ~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('a command without a sign', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* get
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get
  `,
  ));

test('what may be a password is not repeated', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on correct-horse-battery ~app:* +@read
    #             ^^^^^^^^^^^^^^^^^^^^^ no ACL rule: passwords begin with >, keys with ~, commands with + or -
  `,
  ));

test('quotes are ordinary characters of an ACL file', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass "~app:*" +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('and quotes in a configuration file', () =>
  expectFindings(
    rule,
    `
      user app on nopass "~app:*" +@read
  `,
  ));

test('a tab is an ordinary character of an ACL file', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass	~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('selectors and key permissions are younger than 6.2', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass %R~app:* +@read
    #                    ^^^^^^^^ key patterns with permissions exist from Redis 7.0 on: delete this for Redis 6.2
  `,
    { target: 'redis-6.2' },
  ));

test('channels are younger than 6.0', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* resetchannels +@read
    #                           ^^^^^^^^^^^^^ channel patterns exist from Redis 6.2 on: delete this for Redis 6.0
  `,
    { target: 'redis-6.0' },
  ));

test('databases are an ACL rule of Valkey 9', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read alldbs
    #                                  ^^^^^^ database rules exist from Valkey 9 on: delete this for Valkey 8.1
  `,
    { target: 'valkey-8.1' },
  ));

test('and there they are fine', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read db=0,1
  `,
    { target: 'valkey-9.1' },
  ));
