import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CodeLens,
  CompletionItem,
  Hover,
  InlayHint,
  Location,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { type LanguageClient, languageClient } from '../support/language-client.js';

let client: LanguageClient;

beforeAll(async () => {
  client = await languageClient(
    `
    -- redis.conf --
    port 6379
    port 6380
    maxmemory 2gb
    aclfile users.acl
    -- users.acl --
    user default off
    user app on >app-password ~app:* +@read
  `,
    { initializationOptions: { target: 'redis-7.2' } },
  );
  await client.open('redis.conf');
  await client.open('users.acl');
});

afterAll(() => client.stop());

const ask = <R>(method: string, params: object): Promise<R> => client.connection.sendRequest(method, params);

test('hover', async () => {
  const hover: Hover = await ask('textDocument/hover', client.place('redis.conf', 'maxmemory'));
  expect(JSON.stringify(hover.contents)).toContain('**maxmemory**');
});

test('completion, and the details of one item', async () => {
  const items: CompletionItem[] = await ask('textDocument/completion', client.place('redis.conf', 'port 6379'));
  const timeout = items.find(({ label }) => label === 'timeout');
  expect(timeout?.insertTextFormat).toBeUndefined();
  const resolved: CompletionItem = await ask('completionItem/resolve', timeout ?? {});
  expect(JSON.stringify(resolved.documentation)).toContain('**timeout**');
});

test('signature help', async () => {
  expect(await ask('textDocument/signatureHelp', client.place('redis.conf', '6379'))).toBeNull();
});

test('definition', async () => {
  const found: Location[] = await ask('textDocument/definition', client.place('redis.conf', 'users.acl'));
  expect(found.map(({ uri }) => uri)).toEqual([client.uri('users.acl')]);
});

test('references and highlights', async () => {
  const place = client.place('redis.conf', 'port 6379');
  expect(await ask('textDocument/references', { ...place, context: { includeDeclaration: true } })).toHaveLength(2);
  expect(await ask('textDocument/documentHighlight', place)).toHaveLength(2);
});

test('rename', async () => {
  const place = client.place('users.acl', 'app on');
  expect(await ask('textDocument/prepareRename', place)).toMatchObject({ placeholder: 'app' });
  const edit: WorkspaceEdit = await ask('textDocument/rename', { ...place, newName: 'web' });
  expect(Object.keys(edit.changes ?? {})).toEqual([client.uri('users.acl')]);
  await expect(ask('textDocument/rename', { ...place, newName: 'a b' })).rejects.toThrow('cannot have blanks');
});

test('links, outline, folding and selection', async () => {
  const { textDocument, position } = client.place('redis.conf', 'users.acl');
  expect(await ask('textDocument/documentLink', { textDocument })).toHaveLength(1);
  expect(await ask('textDocument/documentSymbol', { textDocument })).toHaveLength(4);
  expect(await ask('textDocument/foldingRange', { textDocument })).toEqual([]);
  expect(await ask('textDocument/selectionRange', { textDocument, positions: [position] })).toHaveLength(1);
});

test('formatting of a file and of a part of it', async () => {
  const whole = client.whole('redis.conf');
  const options = { tabSize: 2, insertSpaces: true };
  const edits: TextEdit[] = await ask('textDocument/formatting', { ...whole, options });
  expect(edits).toEqual([]);
  expect(await ask('textDocument/rangeFormatting', { ...whole, options })).toEqual([]);
});

test('lenses over users', async () => {
  const lenses: CodeLens[] = await ask('textDocument/codeLens', client.whole('users.acl'));
  const resolved: CodeLens = await ask('codeLens/resolve', lenses[1] ?? {});
  expect(resolved.command?.title).toContain('commands; dangerous: KEYS');
});

test('inlay hints', async () => {
  const hints: InlayHint[] = await ask('textDocument/inlayHint', client.whole('redis.conf'));
  expect(hints.map(({ label }) => label)).toEqual(['overridden by line 2', '= 2,147,483,648 bytes']);
});

test('the language of a file, by its name and what it begins with', async () => {
  const languageOf = (name: string, head: string): Promise<string | null> =>
    ask('redisHardening/languageOf', { uri: `file:///etc/${name}`, head });
  expect(await languageOf('conf.d/memory.conf', 'maxmemory 1gb\nmaxmemory-policy noeviction\n')).toBe('redis-conf');
  expect(await languageOf('supervisor/redis.conf', '[program:redis]\ncommand=redis-server\n')).toBeNull();
});

test('a file that nobody knows has no answers', async () => {
  const textDocument = { uri: 'file:///nowhere/redis.conf' };
  expect(
    await ask('textDocument/hover', { textDocument, position: client.place('redis.conf', 'port').position }),
  ).toBeNull();
  expect(await ask('textDocument/documentSymbol', { textDocument })).toEqual([]);
});
