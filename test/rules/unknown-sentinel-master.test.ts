import { test } from 'vitest';
import rule from '../../server/src/rules/unknown-sentinel-master.js';
import { expectFindings } from '../support/fixtures.js';

test('from 6.2 on the monitor line may come last', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel auth-pass mymaster k3vW9sQ2x7
      sentinel monitor mymaster 10.0.0.5 6379 2
  `,
  ));

test('6.0 reads line by line', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel auth-pass mymaster k3vW9sQ2x7
    #                    ^^^^^^^^ Redis 6.0 reads line by line: put the monitor line first
      sentinel monitor mymaster 10.0.0.5 6379 2
  `,
    { target: 'redis-6.0' },
  ));

test('without any monitor line there is none to choose', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel failover-timeout mymaster 60000
    #                           ^^^^^^^^ no monitor line defines this master: add one, or delete the line
  `,
  ));

test('names differ by letter case', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 2
      sentinel failover-timeout MyMaster 60000
    #                           ^^^^^^^^ no monitor line defines this master: write mymaster
  `,
  ));

test('a master whose monitor line is refused is not unknown besides', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster primary 6379 2
      sentinel failover-timeout mymaster 60000
  `,
  ));
