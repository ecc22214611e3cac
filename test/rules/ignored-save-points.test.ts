import { test } from 'vitest';
import rule from '../../server/src/rules/ignored-save-points.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('one point a line is taken', () =>
  expectFindings(
    rule,
    `
      save 3600 1
      save 300 100
      save ""
  `,
    { target: 'redis-6.2' },
  ));

test('several points in quotes are ignored too', () =>
  expectFix(
    rule,
    `
      save "3600 1 300 100"
  `,
    `
      save 3600 1
      save 300 100
  `,
    { target: 'redis-6.2' },
  ));

test('from 7.0 on both are taken', () =>
  expectFindings(
    rule,
    `
      save 3600 1 300 100
      save "60 10000"
  `,
  ));

test('an odd number of values cannot be split', () =>
  expectFindings(
    rule,
    `
      save 3600 1 300
    #      ^^^^^^^^^^ Redis 6.2 ignores a save line with several points: write one line for each
  `,
    { target: 'redis-6.2' },
  ));
