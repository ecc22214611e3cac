// Mocha inside VS Code. Its browser build serves every extension host: Node's on the desktop and on the server, and
// the web worker.
import 'mocha/mocha.js';
import { Uri, workspace } from 'vscode';

/**
 * Runs the tests that `define` defines and prints what comes of each. The counts go to a file in the opened folder,
 * the one place that every host can write to. Rejects where a test failed: that is how VS Code is told.
 */
export async function runMocha(define: () => void): Promise<void> {
  const mocha = new Mocha({ timeout: 60_000, reporter: Lines });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  console.log('::tests begin::');
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  console.log('::tests end::');
  if (stats === undefined) throw new Error('Mocha kept no counts');

  await write('test-results.json', { passed: stats.passes, failed: stats.failures, skipped: stats.pending });
  if (stats.failures > 0) throw new Error(`${stats.failures} failed`);
}

class Lines extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('suite', ({ title }) => console.log(title));
    runner.on('pass', ({ title }) => console.log(`  ✔ ${title}`));
    runner.on('fail', ({ title }, error) => console.log(`  ✘ ${title}\n${error.stack ?? error}`));
  }
}

async function write(name: string, content: object): Promise<void> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  await workspace.fs.writeFile(Uri.joinPath(folder.uri, name), new TextEncoder().encode(JSON.stringify(content)));
}
