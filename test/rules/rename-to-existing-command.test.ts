import { test } from 'vitest';
import rule from '../../server/src/rules/rename-to-existing-command.js';
import { expectFindings } from '../support/fixtures.js';

test('a command may keep its name', () =>
  expectFindings(
    rule,
    `
      rename-command CONFIG config
  `,
  ));

test('two commands can change their names through a third', () =>
  expectFindings(
    rule,
    `
      rename-command GET old-get
      rename-command SET GET
      rename-command old-get SET
  `,
  ));

test('a new name that an earlier line has given away', () =>
  expectFindings(
    rule,
    `
      rename-command CONFIG admin
      rename-command DEBUG ADMIN
    #                      ^^^^^ there is a command admin already: choose another name, or "" to take debug away
  `,
  ));
