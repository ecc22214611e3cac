import { test } from 'vitest';
import rule from '../../server/src/rules/weak-tls-cipher.js';
import { expectFindings } from '../support/fixtures.js';

test('what is taken out is not let in', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-ciphers DEFAULT:!aNULL:!RC4:-DES
  `,
  ));

test('the list of the documentation is fine', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-ciphers DEFAULT:!MEDIUM
  `,
  ));

test('names that merely contain others are fine', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-ciphers ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305
  `,
  ));

test('ALL holds the anonymous ones too', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-ciphers ALL
    #             ^^^ ALL protects nothing: write DEFAULT:!MEDIUM:!aNULL
  `,
  ));

test('unless they are taken out again', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-ciphers ALL:!aNULL
  `,
  ));
