import { test } from 'vitest';
import rule from '../../server/src/rules/protected-mode-ignored.js';
import { expectFindings } from '../support/fixtures.js';

test('from 7.0 on it holds', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      protected-mode yes
  `,
  ));

test('a password is asked for', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      protected-mode yes
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
    { target: 'redis-6.2' },
  ));

test('without a bind line it holds in 6.x too', () =>
  expectFindings(
    rule,
    `
      protected-mode yes
  `,
    { target: 'redis-6.2' },
  ));
