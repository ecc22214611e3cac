import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const OPEN = 'bind 0.0.0.0\nprotected-mode no\n';
const ONLY = '--rule listening-on-all-interfaces --rule protected-mode-off';
const BASELINE = '.redis-hardening-baseline.json';

test('what is written into a baseline is left out from then on, and what is new is not', async () => {
  const first = await run(`check redis.conf ${ONLY} --write-baseline`, { files: { 'redis.conf': OPEN } });
  expect(first).toMatchObject({ status: 0, stdout: `${BASELINE}: 2 findings are left out from now on\n`, stderr: '' });

  const moved = { ...first.files, 'redis.conf': `# public\ntimeout 0\n${OPEN}` };
  const again = await run(`check redis.conf ${ONLY} --baseline ${BASELINE} --fail-on info`, { files: moved });
  expect(again).toMatchObject({ status: 0, stderr: '' });
  expect(again.stdout).toContain('nothing found');

  const worse = { ...first.files, 'redis.conf': OPEN.replace('0.0.0.0', '*') };
  const { status, stdout } = await run(`check redis.conf ${ONLY} --baseline ${BASELINE} --fail-on warning`, {
    files: worse,
  });
  expect(status).toBe(1);
  expect(stdout).toContain('[listening-on-all-interfaces]');
  expect(stdout).not.toContain('[protected-mode-off]');
});

test('the configuration file names one, for its folder and those below', async () => {
  const files = {
    'deploy/redis.conf': OPEN,
    'deploy/.redis-hardening.json': '{ "baseline": "known.json" }',
  };
  const first = await run(`check deploy ${ONLY} --write-baseline`, { files });
  expect(first.stdout).toBe('deploy/known.json: 2 findings are left out from now on\n');
  const { status, stdout } = await run(`check deploy ${ONLY} --fail-on info`, { files: first.files });
  expect(status).toBe(0);
  expect(stdout).toContain('nothing found');
});

test('files that took no part keep what is known of them', async () => {
  const files = { 'a/redis.conf': OPEN, 'b/redis.conf': OPEN };
  const both = await run(`check ${ONLY} --write-baseline`, { files });
  const mended = { ...both.files, 'a/redis.conf': 'bind 127.0.0.1\n' };
  const one = await run(`check a/redis.conf ${ONLY} --write-baseline`, { files: mended });
  expect(one.stdout).toBe(`${BASELINE}: 0 findings are left out from now on\n`);
  expect(Object.keys(JSON.parse(one.files[BASELINE] ?? '').files)).toEqual(['b/redis.conf']);
});

test('the verdict is the same: a baseline starts no server', async () => {
  const files = { 'redis.conf': 'port soon\n' };
  const first = await run('check redis.conf --rule invalid-value --write-baseline', { files });
  const { stdout } = await run(`check redis.conf --rule invalid-value --baseline ${BASELINE} --format json`, {
    files: first.files,
  });
  expect(JSON.parse(stdout).files).toMatchObject([{ loads: false, findings: [] }]);
});

test('a baseline that is not there, or none, is a failure', async () => {
  const missing = await run('check redis.conf --baseline known.json', { files: { 'redis.conf': '' } });
  expect(missing).toMatchObject({
    status: 3,
    stderr: 'redis-hardening: known.json: no such file: redis-hardening check --write-baseline makes one\n',
  });
  const broken = await run('check redis.conf --baseline known.json', {
    files: { 'redis.conf': '', 'known.json': '[' },
  });
  expect(broken).toMatchObject({ status: 3, stderr: 'redis-hardening: known.json: this is not JSON\n' });
});
