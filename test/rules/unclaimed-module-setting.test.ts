import { test } from 'vitest';
import rule from '../../server/src/rules/unclaimed-module-setting.js';
import { expectFindings } from '../support/fixtures.js';

test('a module may claim any setting', () =>
  expectFindings(
    rule,
    `
      search.timeout 500
      loadmodule /usr/lib/redis/modules/search.so
  `,
  ));

test('before 7.0 a dot means nothing', () =>
  expectFindings(
    rule,
    `
      search.timeout 500
  `,
    { target: 'redis-6.2' },
  ));

test('a name without a dot is misspelt, not unclaimed', () =>
  expectFindings(
    rule,
    `
      search-timeout 500
  `,
  ));

test('a Sentinel never asks who claims a setting', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      search.timeout 500
  `,
    { target: 'redis-7.0' },
  ));
