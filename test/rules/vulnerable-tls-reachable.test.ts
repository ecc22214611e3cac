import { expect, test } from 'vitest';
import rule from '../../server/src/rules/vulnerable-tls-reachable.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const TLS = `
  tls-port 6379
  tls-cert-file /etc/redis/tls/redis.crt
  tls-key-file /etc/redis/tls/redis.key
`;
const OLD = { target: 'redis-7.2', circumstances: { release: '7.2.15' } } as const;

test('TLS is off', () => expectFindings(rule, 'bind 10.0.0.5\n', OLD));

test('nobody declared a release, or it is mended', async () => {
  const drawn = `${TLS}tls-auth-clients no\n`;
  await expectFindings(rule, drawn, { target: 'redis-7.2' });
  await expectFindings(rule, drawn, { target: 'redis-7.2', circumstances: { release: '7.2.16' } });
});

test('certificates of an authority of your own are in the way', async () => {
  expect(await severitiesOf(rule, `${TLS}tls-ca-cert-file /etc/redis/tls/ca.crt\n`, OLD)).toEqual(['warning']);
});

test('certificates that everybody gets are not', async () => {
  const drawn = `${TLS}tls-ca-cert-file /etc/ssl/certs/ca-certificates.crt\n`;
  expect(await severitiesOf(rule, drawn, OLD)).toEqual(['error']);
});

test('distributions mend old releases', async () => {
  const drawn = `${TLS}tls-auth-clients no\n`;
  const circumstances = { release: '7.2.15', flavour: 'distribution' } as const;
  expect(await severitiesOf(rule, drawn, { ...OLD, circumstances })).toEqual(['info']);
  expect(await severitiesOf(rule, drawn, { ...OLD, profile: 'development' })).toEqual(['warning']);
});

test.each([
  ['valkey-8.1', '8.1.8', ['error']],
  ['valkey-8.1', '8.1.9', []],
  ['valkey-9.1', '9.1.0', ['error']],
] as const)('%s, release %s', async (target, release, severities) => {
  expect(await severitiesOf(rule, `${TLS}tls-auth-clients no\n`, { target, circumstances: { release } })).toEqual(
    severities,
  );
});
