// `npm run build`: the five programs, each one file in dist/.
import { existsSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // Some libraries ship a first form that loads its parts by names a bundler cannot see.
  mainFields: ['module', 'main'],
};
/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', target: 'es2022' };

/** @type {Record<string, import('esbuild').BuildOptions & { source: string }>} */
const PROGRAMS = {
  'server.js': { ...node, source: 'server/src/node/server.ts' },
  'cli.js': { ...node, source: 'server/src/node/cli.ts', banner: { js: '#!/usr/bin/env node' } },
  'client.js': { ...node, source: 'client/src/desktop.ts', external: ['vscode'] },
  'web-client.js': { ...browser, source: 'client/src/web.ts', format: 'cjs', external: ['vscode'] },
  'web-server.js': { ...browser, source: 'server/src/browser/server.ts', format: 'iife' },
};

const missing = Object.values(PROGRAMS).filter(({ source }) => !existsSync(`${root}/${source}`));
if (missing.length > 0) {
  console.error(`not built, for want of ${missing.map(({ source }) => source).join(', ')}`);
  process.exitCode = 1;
}

const present = Object.entries(PROGRAMS).filter(([, program]) => !missing.includes(program));
const bundles = await Promise.allSettled(present.map(([name, program]) => bundle(name, program)));
// esbuild has said what is wrong.
if (bundles.some(({ status }) => status === 'rejected')) process.exitCode = 1;

/**
 * @param {string} name
 * @param {import('esbuild').BuildOptions & { source: string }} program
 */
async function bundle(name, { source, ...options }) {
  const outfile = `${root}/dist/${name}`;
  const { metafile } = await build({
    ...options,
    entryPoints: [`${root}/${source}`],
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  });
  if (options.banner !== undefined) await chmod(outfile, 0o755);
  const [bytes] = Object.values(metafile.outputs).map((output) => output.bytes);
  console.log(`${relative(root, outfile)}  ${Math.round(Number(bytes) / 1024)} KB`);
}
