// `npm run conformance`: all random tests against real servers, as many cases as there are, from a new seed that is
// printed. `CONFORMANCE_SEED` repeats a run; arguments name the tests to run.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const tests = process.argv.length > 2 ? process.argv.slice(2) : ['test/conformance'];

const child = spawn(process.execPath, [vitest, 'run', '--config', 'test/vitest.config.mts', ...tests], {
  cwd: root,
  env: { ...process.env, CONFORMANCE: 'full' },
  stdio: 'inherit',
});
child.once('close', (code) => {
  process.exitCode = code ?? 1;
});
