import { test } from 'vitest';
import rule from '../../server/src/rules/plaintext-port-beside-tls.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('the plaintext port is open where no line closes it', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      tls-port 6380
    # ^^^^^^^^ port 6379 stays open beside it without TLS: write port 0
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
  ));

test('closing it writes the line above tls-port', () =>
  expectFix(
    rule,
    `
      bind 10.0.0.5
      tls-port 6380
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
    `
      bind 10.0.0.5
      port 0
      tls-port 6380
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
  ));

test('on loopback both may be open', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
      port 6379
      tls-port 6380
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
  ));

test('without TLS there is nothing beside it', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 6379
      tls-port 0
  `,
  ));
