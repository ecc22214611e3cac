import { expect, test } from 'vitest';
import { readSettings } from '../../server/src/lsp/settings.js';
import { languageClient } from '../support/language-client.js';

const CLUSTER = '-- redis.conf --\n bind 127.0.0.1\n maxmemory-clients 5%';

async function targetSays(files: string, options: Parameters<typeof languageClient>[1]): Promise<string> {
  const client = await languageClient(files, options);
  await client.open('redis.conf');
  const [first] = (await client.diagnostics('redis.conf')).filter(({ code }) => code === 'unknown-directive');
  await client.stop();
  return String(first?.message ?? '');
}

test('the target comes from the initialization options', async () => {
  expect(await targetSays(CLUSTER, { initializationOptions: { target: 'redis-6.2' } })).toContain('Redis 6.2');
  expect(await targetSays(CLUSTER, { initializationOptions: { target: 'redis-7.2' } })).toBe('');
});

test('or from a client that is asked for its settings', async () =>
  expect(await targetSays(CLUSTER, { settings: { target: 'redis-6.2' } })).toContain('Redis 6.2'));

test('the configuration file goes before both', async () => {
  const files = `${CLUSTER}\n -- .redis-hardening.json --\n { "target": "redis-6.0" }`;
  expect(await targetSays(files, { settings: { target: 'redis-7.2' } })).toContain('Redis 6.0');
});

test('a severity can be changed, and a rule switched off', async () => {
  const options = (severity: string) => ({
    settings: { target: 'redis-6.2', rules: { 'unknown-directive': severity } },
  });
  expect(await targetSays(CLUSTER, options('hint'))).toContain('Redis 6.2');
  expect(await targetSays(CLUSTER, options('off'))).toBe('');
});

test('a setting that is wrong is said once, and the default holds', async () => {
  const client = await languageClient(CLUSTER, { settings: { target: 'redis-99' } });
  await client.open('redis.conf');
  await client.diagnostics('redis.conf');
  await client.diagnostics('redis.conf');
  expect(client.said.filter((line) => line.startsWith('redisHardening.target: write one of redis-6.0'))).toHaveLength(
    1,
  );
  await client.stop();
});

test('what is wrong is named with what to write instead', () => {
  expect(readSettings({ target: 7, profile: 'prod', rules: { 'trailing-comment': 'loud' } }).problems).toEqual([
    expect.stringContaining('redisHardening.target: write one of redis-6.0,'),
    'redisHardening.profile: write one of production, development',
    'redisHardening.rules, trailing-comment: write one of error, warning, info, hint, off',
  ]);
  expect(readSettings('nonsense').problems).toEqual([]);
  expect(readSettings({ rules: [] }).problems).toEqual([
    'redisHardening.rules: write an object of rule ids and severities',
  ]);
});

test('findings of the baseline that the configuration file names are left out', async () => {
  const rules = '{ "version": 1, "files": { "redis.conf": { "unknown-directive": ["FINGERPRINT"] } } }';
  const files = (fingerprint: string) =>
    `${CLUSTER}\n -- .redis-hardening.json --\n { "baseline": "known.json" }\n -- known.json --\n ${rules.replace('FINGERPRINT', fingerprint)}`;
  const options = { settings: { target: 'redis-6.2' } };
  expect(await targetSays(files('0000000000000000'), options)).toContain('Redis 6.2');
  expect(await targetSays(files('0339c1a2e0a0fd53'), options)).toBe('');
});
