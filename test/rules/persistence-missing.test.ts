import { test } from 'vitest';
import rule from '../../server/src/rules/persistence-missing.js';
import { expectFindings } from '../support/fixtures.js';

test('a cache needs none', () =>
  expectFindings(
    rule,
    `
      save ""
  `,
    { circumstances: { role: 'cache' } },
  ));

test('what it is for is not known', () =>
  expectFindings(
    rule,
    `
      save ""
  `,
  ));

test('the built-in save points of 6.2 and later', () =>
  expectFindings(
    rule,
    `
      port 6379
  `,
    { circumstances: { role: 'queue' } },
  ));

test('6.0 drops its built-in save points with any file', () =>
  expectFindings(
    rule,
    `
      port 6379
    # ^^^^ nothing is written to disk, so that a restart loses everything: write appendonly yes
  `,
    { target: 'redis-6.0', circumstances: { role: 'queue' } },
  ));
