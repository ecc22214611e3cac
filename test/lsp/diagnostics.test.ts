import { expect, test } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import { asDrawn, languageClient } from '../support/language-client.js';

const TRAILING = `
    -- redis.conf --
    bind 127.0.0.1
    timeout 60 # a minute
  #            ^^^^^^^^^^ trailing-comment: comments stand on lines of their own: Redis 7.2 takes this one for values / Redis 7.2 says: wrong number of arguments
    user default off
`;
const SETTINGS = { target: 'redis-7.2' };

test('a client that asks is answered', async () => {
  const client = await languageClient(TRAILING, { initializationOptions: SETTINGS });
  await client.open('redis.conf');
  expect(await client.drawnDiagnostics('redis.conf')).toBe(asDrawn(TRAILING));
  await client.stop();
});

test('a client that does not ask is told, with the version that was judged', async () => {
  const client = await languageClient(TRAILING, { initializationOptions: SETTINGS, capabilities: {} });
  await client.open('redis.conf');
  expect(await client.publishedDiagnostics('redis.conf')).toBe(asDrawn(TRAILING));
  await client.replace('redis.conf', ' # a minute', '');
  expect(await client.publishedDiagnostics('redis.conf')).not.toContain('trailing-comment');
  await client.stop();
});

test('what is typed is judged, not what is on disk', async () => {
  const client = await languageClient(TRAILING, { initializationOptions: SETTINGS });
  await client.open('redis.conf');
  expect(await client.drawnDiagnostics('redis.conf')).toContain('trailing-comment');
  await client.replace('redis.conf', ' # a minute', '');
  expect(await client.drawnDiagnostics('redis.conf')).not.toContain('trailing-comment');
  await client.replace('redis.conf', '60', 'sixty');
  expect(await client.drawnDiagnostics('redis.conf')).toContain('^^^^^ invalid-value');
  await client.stop();
});

test('a file that is not open is read from disk, and again when it has changed there', async () => {
  const client = await languageClient(
    `
    -- redis.conf --
    include limits.conf
    -- limits.conf --
    timeout 60
  `,
    { capabilities: { textDocument: { diagnostic: {} }, workspace: { didChangeWatchedFiles: WATCHING } } },
  );
  await client.open('redis.conf');
  expect(await client.drawnDiagnostics('limits.conf')).not.toContain('invalid-value');
  await client.write('limits.conf', 'timeout sixty\n');
  expect(await client.drawnDiagnostics('limits.conf')).toContain('invalid-value');
  await client.stop();
});

test('an ACL file is judged as part of the configuration that names it, although that is not open', async () => {
  const client = await languageClient(`
    -- redis.conf --
    aclfile users.acl
    requirepass a-password-without-effect
    -- users.acl --
    user app on nopass ~app:* +get
  `);
  await client.open('users.acl');
  const report: WorkspaceDiagnosticReport = await client.connection.sendRequest('workspace/diagnostic', {
    previousResultIds: [],
  });
  const codes = report.items.flatMap((item) => (item.kind === 'full' ? item.items.map(({ code }) => code) : []));
  expect(report.items.map(({ uri }) => uri)).toEqual([client.uri('redis.conf'), client.uri('users.acl')]);
  expect(codes).toContain('default-user-open');
  await client.stop();
});

test('what has not changed is not sent again', async () => {
  const client = await languageClient(TRAILING);
  await client.open('redis.conf');
  const textDocument = { uri: client.uri('redis.conf') };
  const first = await client.connection.sendRequest<{ resultId: string }>('textDocument/diagnostic', { textDocument });
  const second = await client.connection.sendRequest<{ kind: string }>('textDocument/diagnostic', {
    textDocument,
    previousResultId: first.resultId,
  });
  expect(second.kind).toBe('unchanged');
  await client.stop();
});

test('a part that nobody includes is judged line by line only', async () => {
  const client = await languageClient('-- conf.d/50-net.conf --\n bind 0.0.0.0\n timeout x');
  await client.open('conf.d/50-net.conf');
  const codes = (await client.diagnostics('conf.d/50-net.conf')).map(({ code }) => code);
  expect(codes).toEqual(['invalid-value']);
  await client.stop();
});

test('files of other programs are left alone', async () => {
  const client = await languageClient('-- nginx.conf --\n worker_processes 4;');
  await client.connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: client.uri('nginx.conf'), languageId: 'conf', version: 1, text: 'worker_processes 4;\n' },
  });
  expect(await client.diagnostics('nginx.conf')).toEqual([]);
  await client.stop();
});

const WATCHING = { dynamicRegistration: true };
