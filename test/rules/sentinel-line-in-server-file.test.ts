import { test } from 'vitest';
import rule from '../../server/src/rules/sentinel-line-in-server-file.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('the word alone is accepted', () =>
  expectFindings(
    rule,
    `
      sentinel
  `,
  ));

test('sentinel lines belong in the file of a Sentinel', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 2
  `,
  ));

test('the line goes', () =>
  expectFix(
    rule,
    `
      port 6379
      sentinel myid 0123456789012345678901234567890123456789
  `,
    `
      port 6379
  `,
  ));
