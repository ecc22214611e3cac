// `npm test`: everything, in order, and at the end what came of it in one line.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';

/**
 * What runs: an npm script or a program, how long it may take at most, and which earlier step it cannot do without.
 * Those that run tests leave their counts in a file (test/support/results.mjs); the others pass or fail as a whole.
 *
 * @typedef {{ name: string, command: readonly string[], minutes: number, needs?: string }} Step
 * @type {readonly Step[]}
 */
const STEPS = [
  { name: 'lint', command: npmScript('lint', ...(process.stdout.isTTY ? [] : ['--colors=off'])), minutes: 3 },
  { name: 'types', command: npmScript('check'), minutes: 5 },
  { name: 'build and package', command: npmScript('package'), minutes: 5 },
  {
    name: 'unit and conformance tests',
    command: npmScript('unit', '--reporter=default', '--reporter=./test/support/vitest-results.ts'),
    minutes: 30,
    needs: 'build and package',
  },
  {
    name: 'VS Code, extension host of Node',
    command: [process.execPath, 'test/e2e/run.mjs'],
    minutes: 8,
    needs: 'build and package',
  },
  {
    name: 'VS Code, extension host of the web',
    command: [process.execPath, 'test/e2e/run.mjs', 'web'],
    minutes: 8,
    needs: 'build and package',
  },
  {
    name: 'VS Code, by hand',
    command: [process.execPath, 'test/e2e/ui.mjs'],
    minutes: 8,
    needs: 'build and package',
  },
];

/** @type {Set<string>} */
const failedSteps = new Set();
/** @type {{ name: string, how: string }[]} */
const skipped = [];
let passed = 0;
let failed = 0;
/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endAll(interrupted ? 'SIGKILL' : 'SIGTERM');
    interrupted = true;
  });
}

for (const step of STEPS) {
  if (interrupted) break;
  console.log(`\n== ${step.name}\n`);
  if (step.needs !== undefined && failedSteps.has(step.needs)) {
    console.log(`not run, because this failed: ${step.needs}`);
    continue;
  }
  const began = Date.now();
  const { code, results } = await run(step);
  passed += results.passed;
  // A step that failed without a failed test has failed all the same.
  failed += code === 0 ? results.failed : Math.max(results.failed, 1);
  skipped.push(...results.skipped);
  if (code !== 0) failedSteps.add(step.name);
  console.log(`\n${step.name}: ${code === 0 ? 'done' : 'failed'} (${Math.round((Date.now() - began) / 1000)} s)`);
}

console.log('');
for (const name of failedSteps) console.log(`failed: ${name}`);
for (const { name, how } of skipped) console.log(`skipped: ${name} (${how})`);
// Continuous integration has everything: what it skips is missing.
const missing = process.env['CI'] ? skipped.length : 0;
if (missing > 0) console.log('skipped counts as failed, because CI is set');
console.log(`${passed} passed, ${failed + missing} failed, ${skipped.length - missing} skipped`);
if (failed + missing > 0) process.exitCode = 1;

/**
 * Runs a step to its end or to the end of its time, in a process group of its own so that nothing of it stays.
 *
 * @param {Step} step
 * @returns {Promise<{ code: number, results: import('../../test/support/results.mjs').Results }>}
 */
async function run({ command: [program = '', ...args], minutes }) {
  const scratch = mkdtempSync(join(tmpdir(), 'test-results-'));
  const file = join(scratch, 'results.json');
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: windows && program === 'npm',
    detached: !windows,
    env: { ...process.env, TEST_RESULTS: file },
  });
  running = child;
  const late = setTimeout(() => {
    console.log(`ended: it took more than ${minutes} minutes`);
    endAll('SIGTERM');
    setTimeout(() => endAll('SIGKILL'), 10_000).unref();
  }, minutes * 60_000);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.once('exit', (status) => resolve(status ?? 1));
  });
  clearTimeout(late);
  endAll('SIGKILL');
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
  rmSync(scratch, { recursive: true, force: true });
  return { code, results };
}

/**
 * Signals the running step and everything that it started.
 *
 * @param {NodeJS.Signals} signal
 */
function endAll(signal) {
  if (running?.pid === undefined) return;
  try {
    process.kill(windows ? running.pid : -running.pid, signal);
  } catch {
    // All of it has gone already.
  }
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function npmScript(name, ...args) {
  return ['npm', 'run', '--silent', name, '--', ...args];
}
