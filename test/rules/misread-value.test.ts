import { test } from 'vitest';
import rule from '../../server/src/rules/misread-value.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('the limits are taken as they are', () =>
  expectFindings(
    rule,
    `
      hz 500
  `,
  ));

test('and moved to the nearest of them beyond', () =>
  expectFix(
    rule,
    `
      hz 0
  `,
    `
      hz 1
  `,
  ));

test('a unit without a number is nothing', () =>
  expectFindings(
    rule,
    `
      maxmemory mb
    #           ^^ the server takes this for 0: write 0
  `,
  ));

test('sizes beyond 64 bits begin again from nothing', () =>
  expectFindings(
    rule,
    `
      maxmemory 17179869184gb
    #           ^^^^^^^^^^^^^ the server takes this for 0: write 0
  `,
  ));

test('leading zeros and units in any letter case are read as they look', () =>
  expectFindings(
    rule,
    `
      maxmemory 0010MB
      repl-backlog-size 1kb
      maxmemory-clients 5%
  `,
  ));

test('an empty size is nothing, as it looks', () =>
  expectFindings(
    rule,
    `
      maxmemory ""
  `,
  ));

test('before 7.0 numbers end at the first letter', () =>
  expectFindings(
    rule,
    `
      save 900s 1
    #      ^^^^ the server takes this for 900: write 900
  `,
    { target: 'redis-6.2' },
  ));

test('an overridden line is not in force', () =>
  expectFindings(
    rule,
    `
      hz 1000
      hz 100
  `,
  ));
