import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-sentinel-value.js';
import { expectFindings } from '../support/fixtures.js';

test('the smallest numbers', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 1
      sentinel down-after-milliseconds mymaster 1
  `,
  ));

test('a time of nothing', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 1
      sentinel down-after-milliseconds mymaster 0
    #                                           ^ sentinel down-after-milliseconds takes milliseconds, at least 1 here
  `,
  ));

test('names of hosts need to be allowed', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster redis.example.org 6379 2
    #                           ^^^^^^^^^^^^^^^^^ sentinel monitor takes an IP address, or a name together with \`sentinel resolve-hostnames yes\` here
  `,
  ));

test('and then they are fine', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster redis.example.org 6379 2
      sentinel resolve-hostnames yes
  `,
  ));
