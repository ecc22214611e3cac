import { test } from 'vitest';
import rule from '../../server/src/rules/byte-order-mark.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a mark before a comment is a directive', () =>
  expectFix(
    rule,
    `
      \ufeff# Redis
      maxmemory 1gb
  `,
    `
      # Redis
      maxmemory 1gb
  `,
  ));

test('the character inside a value is data', () =>
  expectFindings(
    rule,
    `
      logfile "\ufeffredis.log"
  `,
  ));
