import { test } from 'vitest';
import rule from '../../server/src/rules/cluster-with-replicaof.js';
import { expectFindings } from '../support/fixtures.js';

test('a replica of nobody', () =>
  expectFindings(
    rule,
    `
      cluster-enabled yes
      replicaof no one
  `,
  ));

test('a replica outside of a cluster', () =>
  expectFindings(
    rule,
    `
      cluster-enabled no
      replicaof 10.0.0.5 6379
  `,
  ));

test('under the former name too', () =>
  expectFindings(
    rule,
    `
      slaveof 10.0.0.5 6379
    # ^^^^^^^^^^^^^^^^^^^^^ nodes of a cluster take no replicaof: delete the line and use CLUSTER REPLICATE
      cluster-enabled yes
  `,
  ));
