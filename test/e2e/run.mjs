// The editor suite in a real VS Code, through @vscode/test-electron: `node test/e2e/run.mjs` runs it in Node's
// extension host, `node test/e2e/run.mjs web` in the web worker's. The desktop's VS Code is used where it can be
// downloaded and shown, the VS Code server and a headless Chromium everywhere else.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { reportResults } from '../support/results.mjs';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../support/vscode/chromium.mjs';
import { cacheFolder } from '../support/vscode/downloads.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const suite = join(root, 'test', 'e2e', 'suite');
const bundle = join(root, 'dist', 'test', 'suite.js');
const web = process.argv[2] === 'web';

process.once('SIGTERM', () => process.emit('SIGINT'));

const vscode = (await desktop()) ?? server();
if (vscode === undefined) {
  const name = web ? 'the editor suite in the web worker host' : 'the editor suite';
  console.log(`skipped: ${name} (${HOW_TO_GET_CHROMIUM})`);
  reportResults({ passed: 0, failed: 0, skipped: [{ name, how: HOW_TO_GET_CHROMIUM }] });
} else {
  await bundleSuite();
  await runIn(vscode);
}

/** @param {{ name: string, executable: string }} vscode */
async function runIn({ name, executable }) {
  console.log(`editor suite in ${name}, ${web ? 'web worker' : "Node's"} extension host`);
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'editor-suite-')));
  const workspace = join(scratch, 'workspace');
  cpSync(join(root, 'test', 'workspace'), workspace, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: bundle,
      launchArgs: [
        workspace,
        '--disable-extensions',
        `--user-data-dir=${join(scratch, 'user')}`,
        `--extensions-dir=${join(scratch, 'extensions')}`,
        ...(web ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  } finally {
    const results = join(workspace, 'test-results.json');
    if (existsSync(results)) reportResults({ ...JSON.parse(readFileSync(results, 'utf8')), skipped: [] });
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One file of all tests, for either host: they use nothing but the VS Code API. */
async function bundleSuite() {
  const tests = readdirSync(suite).filter((file) => file.endsWith('.test.ts'));
  const contents = `
    import { runMocha } from './mocha-run.js';
    export const run = () => runMocha(() => { ${tests.map((file) => `require('./${file}');`).join(' ')} });
  `;
  await build({
    stdin: { contents, resolveDir: suite },
    outfile: bundle,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

/** The desktop's VS Code: only where there is a display, and where it answers within seconds that it can be fetched. */
async function desktop() {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_VERSION: version = 'stable' } = process.env;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return undefined;
  try {
    await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(5000) });
    const executable = await downloadAndUnzipVSCode({ version, cachePath: join(cacheFolder(), 'desktop') });
    return { name: `VS Code ${version} of the desktop`, executable };
  } catch {
    return undefined;
  }
}

/** The VS Code server, where there is a Chromium to look at it. Its launcher is a script: Windows cannot start it. */
function server() {
  if (process.platform === 'win32' || findChromium() === undefined) return undefined;
  const executable = fileURLToPath(new URL('../support/vscode/launcher.mjs', import.meta.url));
  return { name: 'the VS Code server', executable };
}
