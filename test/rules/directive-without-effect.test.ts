import { test } from 'vitest';
import rule from '../../server/src/rules/directive-without-effect.js';
import { expectFindings } from '../support/fixtures.js';

test('the same line in a release that reads it', () =>
  expectFindings(
    rule,
    `
      io-threads-do-reads yes
  `,
    { target: 'redis-7.0' },
  ));
