import { test } from 'vitest';
import rule from '../../server/src/rules/missing-tls-certificate.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('without a TLS port nothing is looked at', () =>
  expectFindings(
    rule,
    `
      tls-auth-clients yes
  `,
  ));

test('only what is missing is asked for', () =>
  expectFix(
    rule,
    `
      tls-port 6380
      tls-cert-file /etc/redis/redis.crt
      tls-key-file /etc/redis/redis.key
  `,
    `
      tls-port 6380
      tls-ca-cert-file /etc/redis/tls/ca.crt
      tls-cert-file /etc/redis/redis.crt
      tls-key-file /etc/redis/redis.key
  `,
  ));

test('clients without certificates need no authority', () =>
  expectFindings(
    rule,
    `
      tls-port 6380
      tls-auth-clients no
      tls-cert-file /etc/redis/redis.crt
      tls-key-file /etc/redis/redis.key
  `,
  ));

test('unless replicas speak TLS', () =>
  expectFindings(
    rule,
    `
      tls-port 6380
    # ^^^^^^^^ TLS needs tls-ca-cert-file: set it
      tls-auth-clients no
      tls-replication yes
      tls-cert-file /etc/redis/redis.crt
      tls-key-file /etc/redis/redis.key
  `,
  ));
