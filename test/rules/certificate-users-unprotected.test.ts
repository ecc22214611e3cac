import { expect, test } from 'vitest';
import rule from '../../server/src/rules/certificate-users-unprotected.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a public authority gives everyone a name', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      port 0
      tls-port 6379
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/ssl/certs/ca-certificates.crt
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ whoever gets a certificate for the name of a user is logged in as it: name an authority of your own
      tls-auth-clients-user CN
  `,
  ));

test('silent where certificates are demanded and are of your own authority', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      port 0
      tls-port 6379
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
      tls-auth-clients-user CN
  `,
  ));

test('silent where no user is taken from a certificate, and without TLS', async () => {
  const tls = 'tls-port 6379\ntls-cert-file a\ntls-key-file b\ntls-ca-cert-file c\ntls-auth-clients optional\n';
  expect(await severitiesOf(rule, tls)).toEqual([]);
  expect(await severitiesOf(rule, `${tls}tls-auth-clients-user off\n`)).toEqual([]);
  expect(await severitiesOf(rule, 'tls-auth-clients optional\ntls-auth-clients-user CN\n')).toEqual([]);
  const mapped = `${tls}tls-auth-clients-user CN\n`;
  expect(await severitiesOf(rule, mapped)).toEqual(['warning']);
  expect(await severitiesOf(rule, mapped, { target: 'valkey-9.1' })).toEqual(['warning']);
  expect(await severitiesOf(rule, mapped, { profile: 'development' })).toEqual(['hint']);
});
