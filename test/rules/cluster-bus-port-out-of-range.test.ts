import { test } from 'vitest';
import rule from '../../server/src/rules/cluster-bus-port-out-of-range.js';
import { expectFindings } from '../support/fixtures.js';

test('the highest port', () =>
  expectFindings(
    rule,
    `
      cluster-enabled yes
      port 55535
  `,
  ));

test('outside of a cluster', () =>
  expectFindings(
    rule,
    `
      port 60000
  `,
  ));

test('the bus on a port of its own', () =>
  expectFindings(
    rule,
    `
      cluster-enabled yes
      port 60000
      cluster-port 7000
  `,
  ));

test('6.2 has no setting for the bus', () =>
  expectFindings(
    rule,
    `
      cluster-enabled yes
      port 60000
    # ^^^^^^^^^^ the cluster bus needs port + 10000, which is above 65535: set a port up to 55535
  `,
    { target: 'redis-6.2' },
  ));
