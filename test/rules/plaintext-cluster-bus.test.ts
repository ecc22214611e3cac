import { test } from 'vitest';
import rule from '../../server/src/rules/plaintext-cluster-bus.js';
import { expectFindings } from '../support/fixtures.js';

test('no cluster, no bus', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
  `,
  ));

test('a bus on this machine', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
      cluster-enabled yes
  `,
  ));

test('an encrypted bus', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      cluster-enabled yes
      tls-cluster yes
  `,
  ));

test('the bus has a port of its own', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      cluster-enabled yes
    # ^^^^^^^^^^^^^^^ port 17000 takes orders from anyone who reaches it: write tls-cluster yes and open it to the nodes only
      cluster-port 17000
  `,
  ));
