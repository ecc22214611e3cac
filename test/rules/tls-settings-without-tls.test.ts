import { test } from 'vitest';
import rule from '../../server/src/rules/tls-settings-without-tls.js';
import { expectFindings } from '../support/fixtures.js';

test('one switch is enough', () =>
  expectFindings(
    rule,
    `
      tls-replication yes
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
  `,
  ));

test('a file that was not looked at may have it', () =>
  expectFindings(
    rule,
    `
      include /run/secrets/redis.conf
      tls-cert-file /etc/redis/tls/redis.crt
      -- /run/secrets/redis.conf (withheld) --
  `,
  ));

test('who may log in by a certificate matters only with one', () =>
  expectFindings(
    rule,
    `
      tls-auth-clients no
  `,
  ));
