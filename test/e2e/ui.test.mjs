import { openWorkbench } from './workbench.mjs';

describe('a person opens the sample redis.conf', () => {
  /** @type {import('./workbench.mjs').Workbench} */
  let workbench;

  before(async () => {
    workbench = await openWorkbench('redis.conf');
  });

  afterEach(async function photographFailure() {
    if (this.currentTest?.state === 'failed') await workbench.photograph('failure');
  });

  after(() => workbench?.close());

  it('sees red under what the server refuses', async () => {
    await workbench.editor.locator('.squiggly-error').first().waitFor();
    await workbench.photograph('1-opened');
  });

  it('finds it in the Problems panel', async () => {
    await workbench.showProblems();
    await workbench.problem('trailing-comment').first().waitFor();
    await workbench.photograph('2-problems');
  });

  it('clicks the light bulb, and the comment moves to a line of its own', async () => {
    await workbench.line('tcp-keepalive 60 # notice').click();
    await workbench.clickLightBulb(/own line/i, '3-light-bulb');
    await workbench.line(/^tcp-keepalive\s60$/).waitFor();
    await workbench.photograph('4-mended');
  });
});
