import { test } from 'vitest';
import rule from '../../server/src/rules/duplicate-sentinel-master.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('two masters', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor one 10.0.0.5 6379 2
      sentinel monitor two 10.0.0.5 6379 2
  `,
  ));

test('the later line goes', () =>
  expectFix(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor one 10.0.0.5 6379 2
      sentinel monitor one 10.0.0.6 6379 2
  `,
    `
      -- sentinel.conf --
      sentinel monitor one 10.0.0.5 6379 2
  `,
  ));
