import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LanguageClient, languageClient } from '../support/language-client.js';

let client: LanguageClient;

beforeAll(async () => {
  client = await languageClient(
    '-- redis.conf --\n maxmemory 1gb\n user default off\n user app on >app-password +get',
    {
      capabilities: {
        textDocument: { diagnostic: { codeDescriptionSupport: true } },
        workspace: { textDocumentContent: {} },
      },
    },
  );
  await client.open('redis.conf');
});

afterAll(() => client.stop());

const execute = <R>(command: string, ...words: string[]): Promise<R> =>
  client.connection.sendRequest('workspace/executeCommand', { command, arguments: words });

const content = async (uri: string): Promise<string> => {
  const { text } = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', { uri });
  return text;
};

test('the effective configuration is answered, and is a document for editors that show some', async () => {
  const uri = client.uri('redis.conf');
  expect(await execute<string>('redisHardening.effectiveText', uri)).toContain('maxmemory 1073741824');
  const address = await execute<string>('redisHardening.effectiveDocument', uri);
  expect(address).toMatch(/^redis-hardening:\/effective\/redis\.conf\?/);
  expect(await content(address)).toContain('maxmemory 1073741824');
});

test('a rule has a page', async () => {
  expect(await execute<string>('redisHardening.rulePage', 'trailing-comment')).toContain('## trailing-comment');
  expect(await content('redis-hardening:/rules/trailing-comment.md')).toContain('## trailing-comment');
  expect(await execute('redisHardening.rulePage', 'no-such-rule')).toBeNull();
  expect(await content('redis-hardening:/rules/no-such-rule.md')).toBe('');
});

test('who can run a command', async () => {
  const uri = client.uri('redis.conf');
  expect(await execute<string[]>('redisHardening.commands', uri)).toContain('config|get');
  const [first] = await execute<{ user: string; allowed: boolean }[]>('redisHardening.whoCanRun', uri, 'GET');
  expect(first).toMatchObject({ user: 'app', allowed: true });
});

test('a command that nobody knows is answered with nothing', async () => {
  expect(await execute('redisHardening.nonsense')).toBeNull();
});

test('the code of a diagnostic leads to its page', async () => {
  await client.replace('redis.conf', '1gb', '1gb # x');
  const found = (await client.diagnostics('redis.conf')).find(({ code }) => code === 'trailing-comment');
  expect(found?.codeDescription?.href).toBe('redis-hardening:/rules/trailing-comment.md');
});
