import { test } from 'vitest';
import rule from '../../server/src/rules/port-used-twice.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('two ports', () =>
  expectFindings(
    rule,
    `
      port 6379
      tls-port 6380
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
  `,
  ));

test('the plaintext port that a line sets is turned off there', () =>
  expectFix(
    rule,
    `
      port 7000
      tls-port 7000
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
  `,
    `
      port 0
      tls-port 7000
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
  `,
  ));
