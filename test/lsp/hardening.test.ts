import { expect, test } from 'vitest';
import type { ApplyWorkspaceEditParams, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { SHOW_SECRET, type ShowSecretParams } from '../../server/src/lsp/requests.js';
import { type LanguageClient, languageClient } from '../support/language-client.js';

const CAPABILITIES = {
  textDocument: { diagnostic: {} },
  workspace: {
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {}, resourceOperations: ['create' as const] },
  },
};

const execute = <R>(client: LanguageClient, command: string, ...words: string[]): Promise<R> =>
  client.connection.sendRequest('workspace/executeCommand', { command, arguments: words });

async function actionTitled(client: LanguageClient, name: string, text: string, title: RegExp): Promise<CodeAction> {
  const { textDocument, position } = client.place(name, text);
  const context = { diagnostics: [], only: ['quickfix'] };
  const params = { textDocument, range: { start: position, end: position }, context };
  const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', params);
  return actions.find((action) => title.test(action.title)) ?? expect.fail(actions.map((one) => one.title).join('\n'));
}

test('hardening a file is one edit, in which each change is explained, and what may change anything is confirmed', async () => {
  const client = await languageClient('-- redis.conf --\n bind 0.0.0.0\n timeout 60 # a minute', {
    capabilities: CAPABILITIES,
  });
  let proposed: WorkspaceEdit | undefined;
  client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    proposed = edit;
    return { applied: true };
  });
  await client.open('redis.conf');
  const changes = await execute<number>(client, 'redisHardening.harden', client.uri('redis.conf'));
  const annotations = Object.values(proposed?.changeAnnotations ?? {});
  expect(annotations).toHaveLength(changes);
  expect(annotations).toContainEqual({
    label: 'trailing-comment: Move the comment to its own line',
    needsConfirmation: false,
    description: expect.stringContaining('comments stand on lines of their own'),
  });
  expect(annotations).toContainEqual({
    label: 'listening-on-all-interfaces: Listen on this machine only; clients on other machines are refused',
    needsConfirmation: true,
    description: expect.stringContaining('every network of this machine'),
  });
  await client.apply(proposed);
  expect(client.text('redis.conf')).toMatch(/# a minute\n *timeout 60\n/);
  await client.stop();
});

test('where nothing can change what the server does, the user is asked all the same', async () => {
  const client = await languageClient('-- users.acl --\n user default off\n user app off >x\t~app:* +get', {
    capabilities: CAPABILITIES,
  });
  let proposed: WorkspaceEdit | undefined;
  client.connection.onRequest('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
    proposed = edit;
    return { applied: true };
  });
  await client.open('users.acl');
  await execute<number>(client, 'redisHardening.harden', client.uri('users.acl'));
  expect(Object.values(proposed?.changeAnnotations ?? {}).map(({ needsConfirmation }) => needsConfirmation)).toContain(
    true,
  );
  await client.stop();
});

test('fixing all on save mends the files that belong together, each when it is saved', async () => {
  const client = await languageClient(
    `
    -- redis.conf --
    bind 127.0.0.1
    include more.conf
    timeout 60 # a minute
    -- more.conf --
    maxclients 100 # plenty
  `,
    { capabilities: CAPABILITIES },
  );
  const save = async (name: string): Promise<void> => {
    const context = { diagnostics: [], only: ['source.fixAll.redisHardening'] };
    const params = { ...client.whole(name), context };
    const [action]: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', params);
    await client.apply(action?.edit);
  };
  await client.open('redis.conf');
  await client.open('more.conf');
  await save('more.conf');
  await save('redis.conf');
  await save('redis.conf');
  expect(client.text('more.conf')).toBe('# plenty\nmaxclients 100\n');
  expect(client.text('redis.conf')).toBe('bind 127.0.0.1\ninclude more.conf\n# a minute\ntimeout 60\n');
  await client.stop();
});

test('a client that cannot ask its user changes nothing', async () => {
  const client = await languageClient('-- redis.conf --\n bind 0.0.0.0');
  await client.open('redis.conf');
  expect(await execute(client, 'redisHardening.harden', client.uri('redis.conf'))).toBe(0);
  await client.stop();
});

test('a password that a fix makes is shown once, and the file has its digest', async () => {
  const client = await languageClient('-- users.acl --\n user app on >secret ~app:* +get', {
    capabilities: CAPABILITIES,
    initializationOptions: { readsFiles: true },
  });
  const shown: string[] = [];
  client.connection.onNotification(SHOW_SECRET, ({ secret }: ShowSecretParams) => void shown.push(secret));
  client.connection.onRequest('redisHardening/readFile', () => ({ kind: 'missing' }));
  client.connection.onRequest('redisHardening/readFolder', () => ({ kind: 'missing' }));
  await client.open('users.acl');
  const action = await actionTitled(client, 'users.acl', '>secret', /generate|random|new password/i);
  await client.apply(action.edit);
  for (let i = 0; i < 2; i++)
    await execute(client, action.command?.command ?? '', ...(action.command?.arguments ?? []));
  expect(shown).toHaveLength(1);
  expect(client.text('users.acl')).toMatch(/user app on #[0-9a-f]{64} ~app:\* \+get/);
  expect(client.text('users.acl')).not.toContain(shown[0]);
  await client.stop();
});

test('what an ACL file is allowed stands in the configuration file, which is made where there is none', async () => {
  const client = await languageClient('-- users.acl --\n user app on >secret ~app:* +get', {
    capabilities: CAPABILITIES,
  });
  await client.open('users.acl');
  const action = await actionTitled(client, 'users.acl', '>secret', /^Allow weak-password here, in/);
  expect(action.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: client.uri('.redis-hardening.json') });
  await client.apply(action.edit);
  expect(JSON.parse(client.text('.redis-hardening.json'))).toEqual({
    allow: [{ rule: 'weak-password', path: 'users.acl', user: 'app', reason: 'why this is fine here' }],
  });
  await client.write('.redis-hardening.json', client.text('.redis-hardening.json'));
  expect((await client.diagnostics('users.acl')).map(({ code }) => code)).not.toContain('weak-password');
  await client.stop();
});

test('threats are a table of harms and of those who can do them', async () => {
  const client = await languageClient(
    '-- redis.conf --\n bind 127.0.0.1\n user default off\n user app on >x ~* +flushall',
  );
  await client.open('redis.conf');
  const threats = await execute<{
    principals: { name: string }[];
    harms: { title: string; abilities: { can: boolean }[] }[];
  }>(client, 'redisHardening.threats', client.uri('redis.conf'));
  expect(threats.principals.map(({ name }) => name)).toEqual(['(anyone who can connect)', 'default', 'app']);
  const wiping = threats.harms.find(({ title }) => title === 'Delete all data');
  expect(wiping?.abilities.map(({ can }) => can)).toEqual([false, false, true]);
  await client.stop();
});
