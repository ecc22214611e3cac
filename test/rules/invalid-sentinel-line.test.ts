import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-sentinel-line.js';
import { expectFindings } from '../support/fixtures.js';

test('a number of arguments of its own', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sentinel monitor takes 4 arguments behind its name, not 3
  `,
  ));

test('a line of a later release', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel resolve-hostnames yes
    #          ^^^^^^^^^^^^^^^^^ sentinel resolve-hostnames exists from Redis 6.2 on: delete the line
  `,
    { target: 'redis-6.0' },
  ));

test('words in any letter case', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel MONITOR mymaster 10.0.0.5 6379 2
  `,
  ));
