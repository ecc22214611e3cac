import { expect, test } from 'vitest';
import rule from '../../server/src/rules/weak-tls-protocol.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('the default is fine', () =>
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

test('1.3 alone is fine', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-protocols TLSv1.3
  `,
  ));

test('an empty list is the default', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 0
      tls-port 6379
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
      tls-protocols ""
  `,
  ));

test('1.2 without 1.3 is a hint', async () => {
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
tls-protocols TLSv1.2
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
tls-protocols "TLSv1 TLSv1.3"
`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `bind 10.0.0.5
port 0
tls-port 6379
tls-cert-file a.crt
tls-key-file a.key
tls-ca-cert-file ca.crt
tls-protocols TLSv1.2
`,
      { profile: 'development' },
    ),
  ).toEqual([]);
});
