// What a person sees and clicks, in a browser: the packaged extension, installed as a user would, in the VS Code
// server. Screenshots go to artifacts/.
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { reportResults } from '../support/results.mjs';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../support/vscode/chromium.mjs';
import { prepareServer } from '../support/vscode/server.mjs';

if (findChromium() === undefined) {
  const name = 'the editor by hand';
  console.log(`skipped: ${name} (${HOW_TO_GET_CHROMIUM})`);
  reportResults({ passed: 0, failed: 0, skipped: [{ name, how: HOW_TO_GET_CHROMIUM }] });
} else {
  prepareServer();
  // A later step stands on what an earlier one left in the window.
  const mocha = new Mocha({ timeout: 180_000, bail: true, reporter: 'spec' });
  mocha.addFile(fileURLToPath(new URL('ui.test.mjs', import.meta.url)));
  await mocha.loadFilesAsync();
  const runner = mocha.run((failures) => {
    const { passes = 0, pending = 0 } = runner.stats ?? {};
    const skipped = Array.from({ length: pending }, () => ({ name: 'a step in the editor', how: 'see above' }));
    reportResults({ passed: passes, failed: failures, skipped });
    process.exitCode = failures > 0 ? 1 : 0;
  });
}
