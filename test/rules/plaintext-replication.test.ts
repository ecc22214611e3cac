import { expect, test } from 'vitest';
import rule from '../../server/src/rules/plaintext-replication.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a server that replicates from nobody', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
  `,
  ));

test('a primary on this machine', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
  `,
  ));

test('a replica that stopped being one', () =>
  expectFindings(
    rule,
    `
      replicaof 10.0.0.5 6379
      replicaof no one
  `,
  ));

test('a tunnel encrypts instead', () =>
  expectFindings(
    rule,
    `
      replicaof 10.0.0.5 6379
  `,
    { circumstances: { transport: 'protected' } },
  ));

test('Sentinel speaks plaintext to a remote master', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 10.0.0.5 6379 2
    # ^^^^^^^^ Sentinel talks to the primary in clear: write tls-replication yes
  `,
  ));

test('a password travels too where there is one', () =>
  expectFindings(
    rule,
    `
      replicaof 10.0.0.5 6379
    # ^^^^^^^^^ the dataset and the password travel in clear: write tls-replication yes
      masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('worse where clients have TLS already', async () => {
  expect(
    await severitiesOf(
      rule,
      `replicaof 10.0.0.5 6379
`,
    ),
  ).toEqual(['warning']);
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
replicaof 10.0.0.7 6379
`,
    ),
  ).toEqual(['error']);
});
