import { expect, test } from 'vitest';
import rule from '../../server/src/rules/tls-not-enabled.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('what stays on this machine needs no TLS', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 -::1
      port 6379
  `,
  ));

test('a mesh or tunnel encrypts instead', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 6379
  `,
    { circumstances: { transport: 'protected' } },
  ));

test('a TLS port is TLS, even beside a plaintext one', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      port 6379
      tls-port 6380
      tls-cert-file a.crt
      tls-key-file a.key
      tls-ca-cert-file ca.crt
  `,
  ));

test('while developing nobody is asked for certificates', async () => {
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n', { profile: 'development' })).toEqual([]);
});

test('while protected mode turns every other machine away it is information', async () => {
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n')).toEqual(['info']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\nprotected-mode no\n')).toEqual(['warning']);
});
