import { expect, test } from 'vitest';
import rule from '../../server/src/rules/client-certificate-optional.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('the default demands a certificate', () =>
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

test('without a TLS port nobody shows certificates', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      tls-auth-clients no
  `,
  ));

test('on loopback a certificate proves nothing', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-auth-clients optional
  `,
  ));

test('no is a design where there is a password, optional never is what it says', async () => {
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
tls-auth-clients no
requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
`,
    ),
  ).toEqual(['hint']);
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
tls-auth-clients no
`,
    ),
  ).toEqual(['info']);
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
tls-auth-clients optional
`,
    ),
  ).toEqual(['warning']);
});

test('in development it is a hint', async () => {
  const drawn = (answer: string): string =>
    `bind 10.0.0.5\ntls-port 6379\ntls-cert-file a.crt\ntls-key-file a.key\ntls-ca-cert-file ca.crt\ntls-auth-clients ${answer}\nrequirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\n`;
  expect(await severitiesOf(rule, drawn('optional'), { profile: 'development' })).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn('no'), { profile: 'development' })).toEqual(['hint']);
});
