import { ConfigurationTarget, commands, Selection, workspace } from 'vscode';
import { block, create, eventually, insertSnippet, lines, rangeOfLine, rulesOn } from './editor.js';

describe('typing in the editor', () => {
  it('turns a line red when it is broken, and back when it is mended', async () => {
    const editor = await create('redis-typing.conf', 'bind 127.0.0.1\nappendonly yes\n');
    await eventually(() => rulesOn(editor.document, 'appendonly'), []);
    const end = rangeOfLine(editor.document, 'appendonly').end;
    editor.selection = new Selection(end, end);
    await commands.executeCommand('type', { text: 's' });
    await eventually(() => rulesOn(editor.document, 'appendonly'), ['invalid-value']);
    await commands.executeCommand('deleteLeft');
    await eventually(() => rulesOn(editor.document, 'appendonly'), []);
  });

  it('offers a snippet for its prefix, and inserts it', async () => {
    const editor = await create('redis-snippet.conf', 'redis-harden-tls-only');
    await insertSnippet(editor, 'redis-harden-tls-only');
    await eventually(
      () => lines(editor.document, 'port', 4),
      block(`
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
      `),
    );
  });

  it('takes a file of the server under any name, and leaves one of another program alone', async () => {
    const memory = await create('memory.conf', 'maxmemory 1gb\nmaxmemory-policy sometimes\n');
    await eventually(() => rulesOn(memory.document, 'maxmemory-policy'), ['invalid-value']);
    const supervisor = await create('redis-supervised.conf', '[program:redis]\ncommand = redis-server\n');
    await eventually(() => supervisor.document.languageId, 'properties');
    await eventually(() => rulesOn(supervisor.document, '[program'), []);
  });

  it('judges as the chosen server would', async () => {
    const { document } = await create('redis-target.conf', 'bind 127.0.0.1\nenable-debug-command no\n');
    await eventually(() => rulesOn(document, 'enable-debug-command'), []);
    const settings = workspace.getConfiguration('redisHardening');
    await settings.update('target', 'redis-6.0', ConfigurationTarget.Workspace);
    await eventually(() => rulesOn(document, 'enable-debug-command'), ['unknown-directive']);
    await settings.update('target', undefined, ConfigurationTarget.Workspace);
    await eventually(() => rulesOn(document, 'enable-debug-command'), []);
  });
});
