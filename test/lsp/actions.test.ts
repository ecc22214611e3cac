import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { type LanguageClient, languageClient } from '../support/language-client.js';

const FILES = `
  -- redis.conf --
  # a cache
  bind 127.0.0.1
  timeout 60 # a minute
  maxclients 100 # plenty
  user default off
`;

async function actionsAt(client: LanguageClient, text: string, only?: string[]): Promise<readonly CodeAction[]> {
  const { textDocument, position } = client.place('redis.conf', text);
  const diagnostics = await client.diagnostics('redis.conf');
  const context = { diagnostics, ...(only === undefined ? {} : { only }) };
  const range = { start: position, end: position };
  return client.connection.sendRequest('textDocument/codeAction', { textDocument, range, context });
}

test('a finding is mended by the action that the light bulb offers', async () => {
  const client = await languageClient(FILES);
  await client.open('redis.conf');
  const [action] = await actionsAt(client, '# a minute', ['quickfix']);
  expect(action?.title).toBe('Move the comment to its own line');
  expect(action?.isPreferred).toBe(true);
  expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['trailing-comment']);
  await client.apply(action?.edit);
  expect(client.text('redis.conf')).toContain('# a minute\ntimeout 60\n');
  const left = await client.diagnostics('redis.conf');
  expect(left.filter(({ code }) => code === 'trailing-comment')).toHaveLength(1);
  await client.stop();
});

test('fix all mends all that cannot change what the server does', async () => {
  const client = await languageClient(FILES);
  await client.open('redis.conf');
  const [action, ...others] = await actionsAt(client, 'bind', ['source.fixAll']);
  expect(others).toEqual([]);
  expect(action?.kind).toBe('source.fixAll.redisHardening');
  await client.apply(action?.edit);
  expect(client.text('redis.conf')).toContain('# a minute\ntimeout 60\n# plenty\nmaxclients 100\n');
  expect(await actionsAt(client, 'bind', ['source.fixAll'])).toEqual([]);
  await client.stop();
});

test('nothing is offered where nothing is wrong', async () => {
  const client = await languageClient(FILES);
  await client.open('redis.conf');
  expect(await actionsAt(client, '# a cache', ['quickfix'])).toEqual([]);
  expect(await actionsAt(client, '# a minute', ['refactor'])).toEqual([]);
  await client.stop();
});

test('a client that knows versions is told which one is meant', async () => {
  const workspace = { workspaceEdit: { documentChanges: true } };
  const client = await languageClient(FILES, { capabilities: { textDocument: { diagnostic: {} }, workspace } });
  await client.open('redis.conf');
  const [action] = await actionsAt(client, '# a minute', ['quickfix']);
  expect(action?.edit?.documentChanges).toMatchObject([
    { textDocument: { uri: client.uri('redis.conf'), version: 1 } },
  ]);
  await client.stop();
});

test('what the user has to fill in is selected by clients that can', async () => {
  const workspace = { workspaceEdit: { documentChanges: true, snippetEditSupport: true } };
  const client = await languageClient('-- redis.conf --\n bind 0.0.0.0\n requirepass aQ9xT4nbcYfK2mLwPz7v', {
    capabilities: { textDocument: { diagnostic: {} }, workspace },
  });
  await client.open('redis.conf');
  const allow = (await actionsAt(client, '0.0.0.0', ['quickfix'])).find(({ title }) => title.startsWith('Allow '));
  expect(JSON.stringify(allow?.edit)).toContain('{1:why this is fine here}');
  await client.stop();
});
