import { test } from 'vitest';
import rule from '../../server/src/rules/old-directive-name.js';
import { expectFindings } from '../support/fixtures.js';

test('the current name', () =>
  expectFindings(
    rule,
    `
      replica-read-only yes
  `,
  ));

test('in Valkey the primary has its own', () =>
  expectFindings(
    rule,
    `
      masterauth k3vW9sQ2x7
    # ^^^^^^^^^^ now called primaryauth
  `,
    { target: 'valkey-8.1' },
  ));

test('in Redis it has not', () =>
  expectFindings(
    rule,
    `
      masterauth k3vW9sQ2x7
  `,
  ));

test('in 6.2 ziplists are current', () =>
  expectFindings(
    rule,
    `
      hash-max-ziplist-value 64
  `,
    { target: 'redis-6.2' },
  ));
