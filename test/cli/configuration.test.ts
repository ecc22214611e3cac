import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const BROKEN = 'maxmemory 1gb # half\n';
const ONLY = '--rule trailing-comment';

test('target and profile come from the nearest file above', async () => {
  const { stdout } = await run('check deploy/redis.conf --format json', {
    files: {
      'deploy/redis.conf': '',
      '.redis-hardening.json': '{ "target": "valkey-8.0", "profile": "development" }',
      '/.redis-hardening.json': '{ "target": "redis-6.0" }',
    },
  });
  expect(JSON.parse(stdout)).toMatchObject({ target: 'valkey-8.0', profile: 'development' });
});

test('nothing is looked for above the root of a repository', async () => {
  const { stdout } = await run('check deploy/redis.conf --format json', {
    files: { 'deploy/redis.conf': '', 'deploy/.git/HEAD': '', '.redis-hardening.json': '{ "target": "redis-6.0" }' },
  });
  expect(JSON.parse(stdout)).toMatchObject({ target: 'redis-8.6' });
});

test('what the command line says goes first', async () => {
  const { stdout } = await run('check redis.conf --target redis-7.0 --format json', {
    files: { 'redis.conf': '', '.redis-hardening.json': '{ "target": "valkey-8.0" }' },
  });
  expect(JSON.parse(stdout)).toMatchObject({ target: 'redis-7.0' });
});

test('files of different targets are reported by target', async () => {
  const { stdout } = await run('check --format json', {
    files: {
      'a/redis.conf': '',
      'a/.redis-hardening.json': '{ "target": "redis-7.0" }',
      'b/redis.conf': '',
      'b/.redis-hardening.json': '{ "target": "valkey-8.0" }',
    },
  });
  expect(JSON.parse(stdout)).toMatchObject([
    { target: 'redis-7.0', files: [{ path: 'a/redis.conf' }] },
    { target: 'valkey-8.0', files: [{ path: 'b/redis.conf' }] },
  ]);
});

test('severities and the file given by --config', async () => {
  const files = { 'redis.conf': BROKEN, 'lenient.json': '{ "rules": { "trailing-comment": "info" } }' };
  expect((await run(`check redis.conf ${ONLY}`, { files })).status).toBe(1);
  expect((await run(`check redis.conf ${ONLY} --config lenient.json`, { files })).status).toBe(0);
});

test('folders of the server are found where the file says', async () => {
  const { stdout } = await run(`check deploy/redis.conf ${ONLY} --format github`, {
    files: {
      'deploy/redis.conf': 'include /etc/redis/limits.conf\n',
      'deploy/limits.conf': BROKEN,
      '.redis-hardening.json': '{ "paths": { "/etc/redis": "deploy" } }',
    },
  });
  expect(stdout).toContain('::error file=deploy/limits.conf,line=1,');
});

test('relative includes start in the working directory of the server', async () => {
  const { stdout } = await run(`check deploy/redis.conf ${ONLY} --format github`, {
    files: {
      'deploy/redis.conf': 'include limits.conf\n',
      'run/limits.conf': BROKEN,
      '.redis-hardening.json': '{ "workingDirectory": "/project/run" }',
    },
  });
  expect(stdout).toContain('::error file=run/limits.conf,line=1,');
});

test('roots are the files that the configuration names', async () => {
  const { stdout } = await run('check --format json', {
    files: {
      'redis.conf': '',
      'redis-old.conf': '',
      '.redis-hardening.json': '{ "roots": ["redis.conf"] }',
    },
  });
  expect(JSON.parse(stdout).files).toMatchObject([{ path: 'redis.conf' }]);
});

test('a mistake in it is shown at its place, and nothing is checked by it', async () => {
  const { status, stdout, stderr } = await run('check redis.conf', {
    files: { 'redis.conf': '', '.redis-hardening.json': '{\n  "profil": "development"\n}\n' },
  });
  expect(stderr).toBe(`\
.redis-hardening.json:2:3: error: "profil" is not known here: write "profile"
  |
2 |   "profil": "development"
  |   ^~~~~~~~
`);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});

test('a configuration file that is not there is a failure', async () => {
  const { status, stderr } = await run('check redis.conf --config gone.json', { files: { 'redis.conf': '' } });
  expect(stderr).toBe('redis-hardening: gone.json: not a file that can be read\n');
  expect(status).toBe(3);
});
