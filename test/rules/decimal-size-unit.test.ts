import { test } from 'vitest';
import rule from '../../server/src/rules/decimal-size-unit.js';
import { expectFindings } from '../support/fixtures.js';

test('units of 1024', () =>
  expectFindings(
    rule,
    `
      maxmemory 4gb
      repl-backlog-size 1MB
  `,
  ));

test('no unit, or bytes', () =>
  expectFindings(
    rule,
    `
      maxmemory 4000000000
      repl-backlog-size 1048576b
  `,
  ));

test('zero is zero', () =>
  expectFindings(
    rule,
    `
      maxmemory 0g
  `,
  ));

test('a number that is no size', () =>
  expectFindings(
    rule,
    `
      maxclients 1000
  `,
  ));
