// The window of the VS Code server: any Chromium, driven by playwright-core.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { downloadedOnce, run, unpackPackage } from './downloads.mjs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-headless-shell',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

// A headless Chromium for Linux x64 with the libraries that it needs.
const PACKAGED = {
  spec: '@sparticuz/chromium@153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

// Talks to this machine alone, and to nobody else behind our back.
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--no-first-run',
];

/** How to get a Chromium, for those who have none. */
export const HOW_TO_GET_CHROMIUM =
  'install Chromium or Google Chrome (Debian: apt-get install chromium) or set CHROME_PATH';

/**
 * A Chromium to drive: `CHROME_PATH` (a path, or `npm` for the packaged one), the system's, or on Linux x64 the one
 * from the npm registry.
 *
 * @returns {{ executablePath: string, env: Record<string, string | undefined> } | undefined} undefined where there is none
 */
export function findChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && CHROME_PATH !== 'npm') return { executablePath: CHROME_PATH, env: process.env };
  const installed = CHROME_PATH === 'npm' ? undefined : INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, env: process.env };
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;

  const folder = downloadedOnce(PACKAGED.spec.replace('/', '-'), fillPackaged);
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder };
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'lib'), ...fonts };
  return { executablePath: join(folder, 'chromium'), env };
}

/**
 * Starts a headless one. Signals stay with the caller, who ends it with `close`.
 *
 * @param {NonNullable<ReturnType<typeof findChromium>>} found
 */
export function launchChromium({ executablePath, env }) {
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, env: definedOnly(env), args: FLAGS, ...signals });
}

/** @param {string} folder */
function fillPackaged(folder) {
  unpackPackage(PACKAGED.spec, folder, { integrity: PACKAGED.integrity, part: 'bin' });
  for (const name of ['chromium', 'al2023.tar', 'fonts.tar', 'swiftshader.tar']) {
    const packed = join(folder, `${name}.br`);
    writeFileSync(join(folder, name), brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    rmSync(packed);
    if (!name.endsWith('.tar')) continue;
    run('tar', ['-xf', name], folder);
    rmSync(join(folder, name));
  }
  // The folder takes its final name later, so the font configuration names it relative to itself.
  const fonts = '<dir prefix="relative">fonts</dir><cachedir prefix="relative">fonts-cache</cachedir>';
  writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${fonts}</fontconfig>\n`);
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string>}
 */
function definedOnly(env) {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
