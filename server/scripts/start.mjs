// `npm start`: builds, prints what the command line finds in the sample files, then shows them in VS Code with this
// extension: on the desktop where `code` is on the PATH, else in the browser. `npm start -- FOLDER` takes another folder.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareServer, startServer } from '../../test/support/vscode/server.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

console.log('Building the extension, the language server and the command line ...');
runNode('server/scripts/build.mjs');

const folder = process.argv[2] === undefined ? sampleCopy() : resolve(process.argv[2]);
const shown = relative(root, folder);
console.log(`\n$ redis-hardening check ${shown}\n`);
runNode('dist/cli.js', 'check', shown, '--fail-on', 'never');

const code = desktopCode();
if (code !== undefined && opened(code)) {
  console.log(`\nOpened ${shown} in a new window of ${code}, with this extension.`);
} else {
  await serve();
}

/** The files are there to be mended, and the tests need them broken: so a fresh copy each time. */
function sampleCopy() {
  const copy = join(root, 'dist', 'sample');
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, 'test', 'workspace'), copy, { recursive: true });
  return copy;
}

/** @param {string[]} args */
function runNode(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** The desktop's VS Code, where it can open a window: not over ssh, nor from the terminal of a remote window. */
function desktopCode() {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI, WSL_DISTRO_NAME } = process.env;
  if (VSCODE_IPC_HOOK_CLI !== undefined || WSL_DISTRO_NAME !== undefined) return undefined;
  if (process.platform === 'linux' && DISPLAY === undefined && WAYLAND_DISPLAY === undefined) return undefined;
  return ['code', 'code-insiders', 'codium'].find((name) => desktop(name, ['--version'], 'ignore'));
}

/** @param {string} name */
function opened(name) {
  return desktop(name, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], 'inherit');
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {'ignore' | 'inherit'} stdio
 * @returns {boolean} whether it did what it was asked
 */
function desktop(name, args, stdio) {
  // VS Code refuses to run as root unless it is told where root's data goes, and told again that this is meant.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', join(tmpdir(), 'vscode-of-root')] : [];
  const shell = process.platform === 'win32';
  return spawnSync(name, [...args, ...asRoot], { stdio, shell, timeout: 30_000 }).status === 0;
}

async function serve() {
  console.log('\nNo VS Code of the desktop to be found here, so it opens in the browser.');
  console.log('Getting the VS Code server ready; the first time, this fetches about 50 MB from the npm registry ...');
  const fetched = prepareServer();
  if (fetched) console.log('Fetched. It stays in the cache for the next time.');

  const data = mkdtempSync(join(tmpdir(), 'vscode-server-'));
  const server = await startServer({ dataFolder: data, port: Number(process.env['PORT'] ?? 0) });
  const stop = once(async () => {
    clearInterval(watch);
    console.log('\nStopping VS Code ...');
    await server.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
    console.log('Stopped.');
    process.exit(0);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  // npm may be ended without a word to us: then we have another parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && stop(), 1000);

  const address = server.address(folder, [
    ['extensionDevelopmentPath', server.uri(root)],
    ['openFile', server.uri(join(folder, 'redis.conf'))],
    ['skipWelcome', 'true'],
  ]);
  console.log(`\nVS Code with this extension, for a browser on this machine:\n\n  ${address}\n\nCtrl-C stops it.`);
}

/** @param {() => Promise<void>} action */
function once(action) {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    void action();
  };
}
