import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-tls-protocols.js';
import { expectFindings } from '../support/fixtures.js';

test('without TLS nobody looks at the list', () =>
  expectFindings(
    rule,
    `
      tls-protocols SSLv3
  `,
  ));

test('names in any letter case, separated by blanks', () =>
  expectFindings(
    rule,
    `
      tls-port 6380
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
      tls-protocols "tlsv1.2 TLSv1.3"
  `,
  ));
