import { test } from 'vitest';
import rule from '../../server/src/rules/allowance-without-reason.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a reason', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)
      maxmemory 4g
  `,
  ));

test('parentheses are there already', () =>
  expectFix(
    rule,
    `
      # redis-hardening: allow decimal-size-unit ( )
      maxmemory 4g
  `,
    `
      # redis-hardening: allow decimal-size-unit (why this is fine here)
      maxmemory 4g
  `,
  ));

test('an empty one is none', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit ()
    #                          ^^^^^^^^^^^^^^^^^ say why: write a reason in parentheses behind it
      maxmemory 4g
  `,
  ));
