import { test } from 'vitest';
import rule from '../../server/src/rules/unknown-acl-command.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a misspelt command', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read -flushal
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read -flushall
  `,
  ));

test('a misspelt category', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@raed
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('commands of one rule are separated by blanks', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +get,set
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get +set
  `,
  ));

test('a subcommand cannot be denied before 7.0', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -config|set
    #                                 ^^^^^^^^^^^ config|set exists from Redis 7.0 on: delete the ACL rule for Redis 6.2
  `,
    { target: 'redis-6.2' },
  ));

test('an argument cannot be denied at all', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -select|0
    #                                 ^^^^^^^^^ select can only be denied as a whole: write -select
  `,
  ));

test('an argument can be allowed', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +select|0
  `,
  ));

test('a renamed command keeps its original name here', () =>
  expectFindings(
    rule,
    `
      rename-command CONFIG admin-config
      user app on nopass ~app:* +admin-config
    #                           ^^^^^^^^^^^^^ ACL rules take the original name of a renamed command: write +config
  `,
  ));

test('in a selector the ACL rule to blame is marked', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read (~tmp:* +flushal +get)
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read (~tmp:* +flushall +get)
  `,
  ));

test('and deleted without the selector', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read (+show-everything ~tmp:*)
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read ( ~tmp:*)
  `,
  ));

test('a module may bring the command with it', () =>
  expectFindings(
    rule,
    `
      loadmodule /usr/lib/redis/modules/search.so
      user app on nopass ~app:* +ft.search
  `,
  ));

test('a name that is near none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +show-everything
    #                           ^^^^^^^^^^^^^^^^ no such command: delete the ACL rule for Redis 8.6
  `,
  ));
