import { expect, test } from 'vitest';
import rule from '../../server/src/rules/unfit-certificate.js';
import {
  CLIENT,
  certificate,
  ecKey,
  rsaKey,
  SERVER,
  SHA1_WITH_RSA,
  type Wanted,
} from '../support/drawn-certificates.js';
import { expectFindings, findingsIn, project, severitiesOf } from '../support/fixtures.js';

const TLS = `
  tls-port 6379
  tls-cert-file /tls/redis.crt
  tls-key-file /tls/redis.key
  tls-ca-cert-file /tls/ca.crt
`;

test('a certificate that is in force, with its key', async () => {
  const key = ecKey();
  expect(await said({ key }, { key: key.pem })).toEqual([]);
  expect(await said({ key }, { key: key.traditionalPem })).toEqual([]);
});

test('one that is over', async () => {
  expect(await said({ until: '2026-11-23' })).toEqual([
    'the certificate ended on 2026-11-23, and whoever checks it turns away: replace it',
  ]);
});

test('one that is to come', async () => {
  expect(await said({ from: '2026-12-01' })).toEqual([
    'the certificate begins on 2026-12-01, and whoever checks it turns away until then: replace it',
  ]);
});

test('programs renew a month before the end, which leaves them a week', async () => {
  expect(await said({ until: '2026-12-16' })).toEqual([]);
  expect(await said({ until: '2026-12-14' })).toEqual(['the certificate ends on 2026-12-14: renew it before']);
});

test('the key of another certificate', async () => {
  const message =
    'the key file holds the key of another certificate, and the server does not start: name the one of this';
  expect(await said({}, { key: ecKey().pem })).toEqual([message]);
  const key = rsaKey(2048);
  expect(await said({ key }, { key: rsaKey(2048).traditionalPem })).toEqual([message]);
  expect(await said({ key }, { key: key.traditionalPem })).toEqual([]);
});

test('a key that cannot be read is not judged', async () => {
  expect(await said({}, { key: 'no PEM at all' })).toEqual([]);
  expect(
    await said({}, { key: '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n' }),
  ).toEqual([]);
});

test('a short key, a weak signature', async () => {
  expect(await said({ key: rsaKey(1024), signature: SHA1_WITH_RSA })).toEqual([
    'a key of 1024 bits can be broken, and many servers refuse it: make one of 2048 or more',
    'its signature can be forged, and many servers refuse it: have it signed with SHA-256',
  ]);
});

test('a certificate for servers alone is enough for a server that connects to nobody', async () => {
  expect(await said({ usages: [SERVER] })).toEqual([]);
});

test.each(['tls-replication yes', 'tls-cluster yes'])('with %s it is shown to peers', async (line) => {
  expect(await said({ usages: [SERVER] }, { lines: line })).toEqual([
    'peers refuse a certificate that is not made for clients when this server connects to them: add clientAuth, or name another with tls-client-cert-file',
  ]);
  expect(await said({ usages: [SERVER, CLIENT] }, { lines: line })).toEqual([]);
  expect(await said({ usages: [SERVER] }, { lines: `${line}\ntls-client-cert-file /tls/peer.crt` })).toEqual([]);
});

test('a certificate for clients alone', async () => {
  expect(await said({ usages: [CLIENT] })).toEqual([
    'clients refuse a certificate that is not made for servers: add serverAuth',
  ]);
});

test('TLS is on nowhere', () =>
  expectFindings(rule, withFiles('tls-cert-file /tls/redis.crt', certificate({ until: '2026-01-02' }))));

test('what is no certificate, or was not looked at', async () => {
  await expectFindings(rule, withFiles(TLS, 'no PEM at all'));
  await expectFindings(rule, TLS);
});

test('in development nobody renews', async () => {
  const drawn = withFiles(TLS, certificate({ until: '2026-01-02' }));
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});

async function said(
  wanted: Wanted,
  { lines = '', key = '' }: { readonly lines?: string; readonly key?: string } = {},
): Promise<string[]> {
  const drawn = withFiles(`${TLS}\n${lines}`, certificate(wanted), key);
  return findingsIn(await project(drawn), rule).map(({ message }) => message);
}

function withFiles(configuration: string, crt: string, key = ''): string {
  return `-- redis.conf --\n${configuration}\n-- /tls/redis.crt --\n${crt}\n-- /tls/redis.key --\n${key}\n`;
}
