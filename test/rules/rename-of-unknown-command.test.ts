import { test } from 'vitest';
import rule from '../../server/src/rules/rename-of-unknown-command.js';
import { expectFindings } from '../support/fixtures.js';

test('commands are written in any letter case', () =>
  expectFindings(
    rule,
    `
      rename-command FlushAll ""
  `,
  ));

test('a command of a later release', () =>
  expectFindings(
    rule,
    `
      rename-command FUNCTION ""
    #                ^^^^^^^^ function exists from Redis 7.0 on: delete the line for Redis 6.2
  `,
    { target: 'redis-6.2' },
  ));

test('a subcommand cannot be renamed', () =>
  expectFindings(
    rule,
    `
      rename-command "config get" ""
    #                ^^^^^^^^^^^^ subcommands cannot be renamed: deny config get by ACL rules
  `,
  ));

test('nor under the name that ACL rules give it', () =>
  expectFindings(
    rule,
    `
      rename-command config|set ""
    #                ^^^^^^^^^^ subcommands cannot be renamed: deny config|set by ACL rules
  `,
  ));

test('the old name is gone after the first line', () =>
  expectFindings(
    rule,
    `
      rename-command CONFIG admin-config
      rename-command CONFIG ""
    #                ^^^^^^ config was renamed on line 1: delete one of the lines
  `,
  ));

test('the new name can be renamed again', () =>
  expectFindings(
    rule,
    `
      rename-command CONFIG admin-config
      rename-command admin-config ""
  `,
  ));

test('a name that is near no command', () =>
  expectFindings(
    rule,
    `
      rename-command SHOW-EVERYTHING ""
    #                ^^^^^^^^^^^^^^^ Redis 8.6 has no command show-everything: delete the line
  `,
  ));
