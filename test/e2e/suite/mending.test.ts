import { commands } from 'vscode';
import { block, eventually, lines, open, revert, rulesOn, takeQuickFix } from './editor.js';

describe('mending in the editor', () => {
  afterEach(revert);

  it('moves a comment to a line of its own when the light bulb is asked, and the finding goes', async () => {
    const { document } = await open('redis.conf');
    await eventually(() => rulesOn(document, 'tcp-keepalive'), ['trailing-comment']);
    await takeQuickFix(document, 'tcp-keepalive', 'Move the comment to its own line');
    await eventually(() => rulesOn(document, 'tcp-keepalive'), []);
    await eventually(
      () => lines(document, '# notice dead clients', 2),
      block(`
        # notice dead clients after a minute
        tcp-keepalive 60
      `),
    );
  });

  it('mends all that is safe at once', async () => {
    const { document } = await open('redis.conf');
    const both = () => [...rulesOn(document, 'tcp-keepalive'), ...rulesOn(document, 'maxclients')];
    await eventually(both, ['trailing-comment', 'trailing-comment']);
    await commands.executeCommand('redisHardening.fixAll');
    await eventually(both, []);
  });
});
