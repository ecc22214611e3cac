// A real VS Code where only the npm registry can be reached: the npm package `code-server` carries the whole VS Code
// server, and any Chromium is its window.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { downloadedOnce, run, unpackPackage } from './downloads.mjs';

// VS Code 1.100.3, which runs on Node 20.
const CODE_SERVER = {
  spec: 'code-server@4.100.3',
  integrity: 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
};

// Nothing that asks, advertises or calls home: a test sees what a person sees after closing all that.
const QUIET_SETTINGS = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.simpleDialog.enable': true,
  'git.autoRepositoryDetection': false,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @typedef {object} VsCodeServer
 * @property {number} port
 * @property {(path: string) => string} uri a path of this machine as the workbench names it
 * @property {(folder: string, payload?: readonly (readonly [string, string])[]) => string} address the page that opens
 *   `folder`; the payload is the workbench's own, `extensionDevelopmentPath` and the like
 * @property {() => Promise<void>} stop ends the server and all it started
 */

/**
 * Starts the server on the loopback interface; the first time, it is fetched (about 50 MB).
 *
 * @param {object} options
 * @param {Record<string, unknown>} [options.settings] user settings beside the quiet ones
 * @param {string} [options.dataFolder] where settings and state stay; without it they are gone afterwards
 * @param {string} [options.extensionsFolder] installed extensions; by default a folder of the data folder
 * @param {number} [options.port] by default any free one
 * @param {readonly string[]} [options.args] further arguments of the server
 * @returns {Promise<VsCodeServer>}
 */
export async function startServer({ settings = {}, dataFolder, extensionsFolder, port = 0, args = [] }) {
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), 'vscode-server-'));
  writeSettings(data, settings);
  const token = randomBytes(16).toString('hex');
  const child = spawn(
    process.execPath,
    [
      ...['--require', fileURLToPath(new URL('exit-with-parent.cjs', import.meta.url))],
      serverProgram(),
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      ...['--server-data-dir', data, '--accept-server-license-terms', '--telemetry-level', 'off'],
      ...(extensionsFolder === undefined ? [] : ['--extensions-dir', extensionsFolder]),
      '--disable-workspace-trust',
      ...args,
    ],
    {
      env: { ...process.env, EXTENSIONS_GALLERY: '{}' },
      stdio: ['pipe', 'pipe', 'pipe'],
      // Its own process group: Ctrl-C reaches us alone, and we end all of it in our own order.
      detached: process.platform !== 'win32',
    },
  );

  const stop = async () => {
    await end(child);
    if (dataFolder === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  const listening = await portOf(child).catch(async (error) => {
    await stop();
    throw error;
  });
  const authority = `127.0.0.1:${listening}`;
  return {
    port: listening,
    uri: (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`,
    address(folder, payload = []) {
      const query = new URLSearchParams({ tkn: token, folder: pathToFileURL(folder).pathname });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
    stop,
  };
}

/**
 * Installs a packaged extension as a user would.
 *
 * @param {string} vsix
 * @param {string} extensionsFolder
 */
export function installExtension(vsix, extensionsFolder) {
  const data = mkdtempSync(join(tmpdir(), 'vscode-server-'));
  try {
    const where = ['--server-data-dir', data, '--extensions-dir', extensionsFolder];
    run(process.execPath, [serverProgram(), ...where, '--install-extension', vsix, '--force'], data);
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Fetches the server where that has not happened yet; false where it had. */
export function prepareServer() {
  let fetched = false;
  downloadedOnce(CODE_SERVER.spec, (folder) => {
    fillServer(folder);
    fetched = true;
  });
  return fetched;
}

function serverProgram() {
  return join(downloadedOnce(CODE_SERVER.spec, fillServer), 'out', 'server-main.js');
}

/** @param {string} folder */
function fillServer(folder) {
  unpackPackage(CODE_SERVER.spec, folder, { integrity: CODE_SERVER.integrity, part: 'lib/vscode' });
  // No install scripts: they would compile native modules. Two are needed to start, and have stand-ins.
  run(
    'npm',
    ['install', '--ignore-scripts', '--omit=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    folder,
  );
  const modules = join(folder, 'node_modules');
  copyFileSync(standIn('spdlog'), join(modules, '@vscode', 'spdlog', 'index.js'));
  copyFileSync(standIn('native-watchdog'), join(modules, 'native-watchdog', 'index.js'));
  addSearch(join(modules, '@vscode', 'ripgrep'));
}

/** @param {string} name */
function standIn(name) {
  return fileURLToPath(new URL(`stand-ins/${name}.cjs`, import.meta.url));
}

/**
 * `workspace.findFiles` asks ripgrep, whose install script downloads it; the npm registry has it as packages of their
 * own, one for each system. A system without one goes without search.
 *
 * @param {string} folder
 */
function addSearch(folder) {
  const name = `@vscode/ripgrep-${process.platform}-${process.arch}`;
  const scratch = mkdtempSync(join(tmpdir(), 'ripgrep-'));
  try {
    const install = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', scratch];
    run('npm', [...install, `${name}@1.18.0`], scratch);
    const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
    mkdirSync(join(folder, 'bin'), { recursive: true });
    copyFileSync(join(scratch, 'node_modules', name, 'bin', program), join(folder, 'bin', program));
  } catch (error) {
    console.error(`no file search in this VS Code server: ${error instanceof Error ? error.message : error}`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} settings
 */
function writeSettings(data, settings) {
  const file = join(data, 'data', 'User', 'settings.json');
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2)}\n`);
}

/**
 * @param {import('node:child_process').ChildProcessWithoutNullStreams} child
 * @returns {Promise<number>} the port that it listens on
 */
function portOf(child) {
  return new Promise((resolve, reject) => {
    let log = '';
    const late = setTimeout(() => reject(new Error(`the VS Code server did not start\n${log}`)), 60_000);
    const settle = () => clearTimeout(late);
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      log += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port === undefined) return;
      settle();
      child.stdout.off('data', read).resume();
      child.stderr.off('data', read).resume();
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => {
      settle();
      reject(new Error(`the VS Code server ended with ${code}\n${log}`));
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child */
async function end(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child.pid, 'SIGTERM');
  const impatient = setTimeout(() => signalGroup(Number(child.pid), 'SIGKILL'), 3000);
  await gone;
  clearTimeout(impatient);
  signalGroup(child.pid, 'SIGKILL');
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // All of it has gone already.
  }
}
