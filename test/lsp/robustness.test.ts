import { expect, test } from 'vitest';
import { CancellationToken, type Connection, ResponseError } from 'vscode-languageserver';
import { guardOf } from '../../server/src/lsp/guard.js';
import { READ_FILE, READ_FOLDER, type ReadFileParams, type ReadFileResult } from '../../server/src/lsp/requests.js';
import { languageClient } from '../support/language-client.js';

const ODD_TEXTS: readonly (readonly [string, string])[] = [
  ['an empty file', ''],
  ['a byte order mark', '\ufeffport 1\n'],
  ['NUL bytes', 'port 1\0\nhz 10\0\0\n\0'],
  ['stray bytes', 'requirepass \udcff\udc80\n'],
  ['carriage returns', 'port 1\r\nhz\r10\r\n'],
  ['a very long line', `requirepass ${'x'.repeat(3_000_000)}\n`],
  ['very many words', `bind ${'a '.repeat(200_000)}\n`],
  ['an include of itself', 'include redis.conf\n'],
  ['an include of a folder', 'include conf.d\n'],
  ['an include of everything', 'include *\n'],
  ['a quote that nothing closes', 'requirepass "\n'],
  ['a selector that nothing closes', 'user a (+get\n'],
];

test.each(ODD_TEXTS)('%s is judged without failing', async (_name, text) => {
  const client = await languageClient('-- redis.conf --\n port 1\n -- conf.d/a.conf --\n hz 10');
  await client.write('redis.conf', text);
  await client.open('redis.conf');
  await client.diagnostics('redis.conf');
  const whole = client.whole('redis.conf');
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'inlayHint', 'documentLink']) {
    await client.connection.sendRequest(`textDocument/${method}`, whole);
  }
  for (const method of ['hover', 'completion', 'definition', 'signatureHelp', 'documentHighlight']) {
    await client.connection.sendRequest(`textDocument/${method}`, { ...whole, position: whole.range.end });
  }
  expect(client.said).toEqual([]);
  await client.stop();
});

test('what a client withholds is unknown, not missing', async () => {
  const asked: string[] = [];
  const client = await languageClient('-- redis.conf --\n include /srv/shared.conf', {
    initializationOptions: { readsFiles: true },
  });
  client.connection.onRequest<ReadFileResult, void>(READ_FILE, ({ uri }: ReadFileParams): ReadFileResult => {
    asked.push(uri);
    return uri.endsWith('/shared.conf') ? { kind: 'withheld', reason: 'not trusted' } : { kind: 'missing' };
  });
  client.connection.onRequest(READ_FOLDER, () => ({ kind: 'missing' }));
  await client.open('redis.conf');
  expect((await client.diagnostics('redis.conf')).map(({ code }) => code)).not.toContain('missing-include');
  expect(asked).toContain('file:///srv/shared.conf');
  await client.stop();
});

test('a defect costs one answer and tells no secrets', async () => {
  const logged: string[] = [];
  const connection = { console: { error: (line: string) => logged.push(line) } } as unknown as Connection;
  const answer = guardOf(connection)('hover', null, () => {
    throw new TypeError('cannot read requirepass hunter2');
  });
  expect(await answer({}, CancellationToken.None)).toBeNull();
  expect(logged.join()).toContain('hover failed: TypeError');
  expect(logged.join()).not.toContain('hunter2');
});

test('a cancelled request is answered as such', async () => {
  const connection = { console: { error: () => undefined } } as unknown as Connection;
  const answer = guardOf(connection)('hover', null, () => null);
  await expect(answer({}, CancellationToken.Cancelled)).rejects.toThrow(ResponseError);
});
