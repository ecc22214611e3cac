import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewConfigurationParams, NewConfigurationResult } from '../../server/src/lsp/requests.js';
import { type LanguageClient, languageClient } from '../support/language-client.js';

let client: LanguageClient;

beforeAll(async () => {
  client = await languageClient('-- redis.conf --\n port 0');
});

afterAll(() => client.stop());

const WISHES: NewConfigurationParams = {
  target: 'redis-7.2',
  role: 'cache',
  tls: 'mutual',
  replica: false,
  sentinel: false,
  users: ['shop'],
  admin: 'root',
  metrics: false,
  health: true,
};

const ask = (wishes: Partial<NewConfigurationParams>): Promise<NewConfigurationResult> =>
  client.connection.sendRequest('redisHardening/newConfiguration', { ...WISHES, ...wishes });

test('a configuration is answered, with passwords that its files do not hold', async () => {
  const made = await ask({});
  if (made.kind !== 'set') expect.fail(made.problems.join());
  expect(made.files.map(({ name }) => name)).toEqual([
    'redis.conf',
    'users.acl',
    'redis-alerts.yml',
    '.redis-hardening.json',
    'NEXT-STEPS.md',
  ]);
  expect(made.passwords.map(({ user }) => user)).toEqual(['root', 'shop', 'health']);
  const text = made.files.map((file) => file.text).join('');
  for (const { password } of made.passwords) expect(text).not.toContain(password);
  expect(client.said).toEqual([]);
});

test('what cannot be is answered by sentences', async () => {
  expect(await ask({ users: ['replica'], sentinel: true })).toEqual({
    kind: 'problems',
    problems: [
      'user replica: this name is taken, write another one',
      'Sentinel watches a primary and its replica: ask for a replica too',
    ],
  });
  expect(await ask({ target: 'redis-1.0' })).toMatchObject({ kind: 'problems' });
});
