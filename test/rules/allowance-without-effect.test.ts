import { test } from 'vitest';
import rule from '../../server/src/rules/allowance-without-effect.js';
import { expectFindings } from '../support/fixtures.js';

test('an allowance of what is found', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)
      maxmemory 4g
  `,
  ));

test('an allowance speaks for the next directive, past blank lines and comments', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)

      # Memory
      maxmemory 4g
  `,
  ));

test('and for no further one', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)
    #                          ^^^^^^^^^^^^^^^^^ decimal-size-unit finds nothing here: delete the allowance
      port 6379
      maxmemory 4g
  `,
  ));

test('two allowances above one line', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)
      # redis-hardening: allow nul-byte (none)
    #                          ^^^^^^^^ nul-byte finds nothing here: delete the allowance
      maxmemory 4g
  `,
  ));

test('a rule that does not exist', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-units (as the manual says)
    #                          ^^^^^^^^^^^^^ there is no rule decimal-units: mend its name
      maxmemory 4g
  `,
  ));

test('a rule that is switched off is left in peace', () =>
  expectFindings(
    rule,
    `
      # redis-hardening: allow decimal-size-unit (as the manual says)
      port 6379
  `,
    { severities: { 'decimal-size-unit': 'off' } },
  ));
