import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-locale.js';
import { expectFindings } from '../support/fixtures.js';

test('the locale of the environment, and names that a system may have', () =>
  expectFindings(
    rule,
    `
      locale-collate ""
  `,
  ));

test('which names it has only the machine knows', () =>
  expectFindings(
    rule,
    `
      locale-collate xx_YY.UTF-8
  `,
  ));
