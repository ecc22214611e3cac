#!/usr/bin/env node
// Stands in for the `code` executable of @vscode/test-electron: takes the arguments that `runTests` passes and runs
// them in a VS Code server and a headless Chromium, printing what the tests print and ending as they end.
// With `--extensionDevelopmentKind=web` the extension's `browser` entry runs, in the web worker extension host.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { findChromium, HOW_TO_GET_CHROMIUM, launchChromium } from './chromium.mjs';
import { startServer } from './server.mjs';

const args = process.argv.slice(2);
const extension = toPath(required('extensionDevelopmentPath'));
const tests = toPath(required('extensionTestsPath'));
const folder = toPath(args.find((arg) => !arg.startsWith('-')) ?? '.');
const web = option('extensionDevelopmentKind') === 'web';
const minutes = Number(process.env['VSCODE_LAUNCHER_MINUTES'] ?? 5);

const NOISE = /additional builtin extensions|workbench contribution|^Extension host \(.* is (un)?responsive/;

const found = findChromium();
if (found === undefined) throw new Error(`no Chromium here: ${HOW_TO_GET_CHROMIUM}`);
const server = await startServer({ args: args.filter((arg) => arg === '--disable-extensions') });
const browser = await launchChromium(found);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const ended = endOfTests(page);
  if (web) await offerWebExtension(page);
  await page.goto(server.address(folder, payload()));
  process.exitCode = await ended.catch((error) => gaveUp(page, error));
} finally {
  await browser.close();
  await server.stop();
}

/** @returns {[string, string][]} */
function payload() {
  /** @type {[string, string][]} */
  const quiet = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (web) return quiet;
  return [['extensionDevelopmentPath', server.uri(extension)], ['extensionTestsPath', server.uri(tests)], ...quiet];
}

/**
 * The workbench tells what the extension host prints through `codeAutomationLog`, and the verdict through
 * `codeAutomationExit`. What is printed before the tests begin and after they end is the workbench's own noise: kept,
 * and shown only where they never began.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<number>} the exit code
 */
async function endOfTests(page) {
  /** @type {string[]} */
  const before = [];
  let phase = 'before';
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ values) => {
    const line = format(...values);
    if (line.includes('::tests begin::')) phase = 'tests';
    else if (line.includes('::tests end::')) phase = 'after';
    else if (phase === 'before') before.push(line);
    else if (phase === 'tests' && !NOISE.test(line)) console.log(line);
  });
  const code = await new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.once('crash', () => reject(new Error('the page crashed')));
    page.once('close', () => reject(new Error('the page was closed')));
    setTimeout(() => reject(new Error(`no result after ${minutes} minutes`)), minutes * 60_000).unref();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => reject(new Error(signal)));
  });
  if (code !== 0 && phase === 'before') console.error(before.join('\n'));
  return code;
}

/**
 * The page takes extensions under development from its configuration only, and their files only from where it came
 * from: the configuration is extended before the workbench reads it, and the files are served under `/under-test/`.
 *
 * @param {import('playwright-core').Page} page
 */
async function offerWebExtension(page) {
  const prefix = '/under-test/';
  /** @param {string} path */
  const offered = (path) => ({
    scheme: 'http',
    authority: `127.0.0.1:${server.port}`,
    path: prefix + relative(extension, path).split(sep).join('/'),
  });
  await page.context().route(
    (url) => url.pathname.startsWith(prefix),
    async (route) => {
      const asked = decodeURIComponent(new URL(route.request().url()).pathname.slice(prefix.length));
      const file = join(extension, normalize(asked));
      if (file.startsWith(extension + sep) && existsSync(file)) await route.fulfill({ path: file });
      else await route.fulfill({ status: 404 });
    },
  );
  await page.addInitScript(
    (development) => {
      const observer = new MutationObserver(() => {
        const configuration = document.getElementById('vscode-workbench-web-configuration');
        const settings = configuration?.getAttribute('data-settings');
        if (configuration === null || settings === null || settings === undefined) return;
        observer.disconnect();
        const { developmentOptions, ...others } = JSON.parse(settings);
        const extended = { ...others, developmentOptions: { ...developmentOptions, ...development } };
        configuration.setAttribute('data-settings', JSON.stringify(extended));
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    { extensions: [offered(extension)], extensionTestsPath: offered(tests) },
  );
}

/**
 * @param {import('playwright-core').Page} page
 * @param {unknown} error
 */
async function gaveUp(page, error) {
  console.error(String(error));
  const picture = join(extension, 'artifacts', 'launcher-gave-up.png');
  mkdirSync(dirname(picture), { recursive: true });
  await page.screenshot({ path: picture }).catch(() => undefined);
  return 1;
}

/** @param {string} name */
function option(name) {
  return args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** @param {string} name */
function required(name) {
  const value = option(name);
  if (value === undefined) throw new Error(`--${name}= is missing`);
  return value;
}

/** @param {string} pathOrUri */
function toPath(pathOrUri) {
  return pathOrUri.startsWith('file:') ? fileURLToPath(pathOrUri) : resolve(pathOrUri);
}
