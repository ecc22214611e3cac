import { test } from 'vitest';
import rule from '../../server/src/rules/public-ca-trusted.js';
import { expectFindings } from '../support/fixtures.js';

test("an authority of one's own", () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
  ));

test('nobody is checked', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file /etc/ssl/certs/ca-certificates.crt
      tls-auth-clients no
  `,
  ));

test('replicas are checked whatever clients are', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-dir /etc/ssl/certs
    #                 ^^^^^^^^^^^^^^ every certificate in the world is trusted: name a certificate authority of your own
      tls-auth-clients no
      tls-replication yes
  `,
  ));
