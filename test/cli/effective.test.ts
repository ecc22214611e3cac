import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const files = {
  'redis.conf':
    'maxmemory 1gb\ninclude limits.conf\nrequirepass hunter2\nrename-command KEYS ""\nuser app on >hunter2\n',
  'limits.conf': 'maxmemory 2gb\n',
};

test('every setting has its value, the line that decided it, and those that this one overrode', async () => {
  const { status, stdout } = await run('effective redis.conf --target redis-7.2', { files });
  const rows = stdout.split('\n').map((line) => line.split(/ {2,}/));
  expect(rows).toContainEqual(['maxmemory', '2147483648', 'limits.conf:1', 'also redis.conf:1']);
  expect(rows).toContainEqual(['maxclients', '10000', 'default']);
  expect(status).toBe(0);
});

test('what is no setting stands below, and nowhere a password', async () => {
  const { stdout } = await run('effective redis.conf --target redis-7.2', { files });
  expect(stdout).toMatch(/^requirepass +… +redis\.conf:3$/m);
  expect(stdout).toContain(`\

lines that are no settings
redis.conf:4  rename-command KEYS ""
redis.conf:5  user app on …
`);
  expect(stdout).not.toContain('hunter2');
});

test('as JSON', async () => {
  const { stdout } = await run('effective redis.conf --target redis-7.2 --format json', { files });
  const report = JSON.parse(stdout);
  const setting = (name: string): unknown => report.settings.find((entry: { name: string }) => entry.name === name);
  expect(report).toMatchObject({ version: 1, target: 'redis-7.2' });
  expect(setting('maxmemory')).toEqual({
    name: 'maxmemory',
    value: '2147483648',
    setBy: { path: 'limits.conf', line: 1 },
    overridden: [{ path: 'redis.conf', line: 1 }],
  });
  expect(setting('maxclients')).toEqual({ name: 'maxclients', value: '10000', setBy: null, overridden: [] });
  expect(setting('requirepass')).toEqual({
    name: 'requirepass',
    secret: true,
    set: true,
    setBy: { path: 'redis.conf', line: 3 },
    overridden: [],
  });
  expect(stdout).not.toContain('hunter2');
});

test('a file that no server would run with is shown with a warning', async () => {
  const { status, stderr } = await run('effective redis.conf --target redis-7.2', {
    files: { 'redis.conf': 'nonsense\n' },
  });
  expect(stderr).toBe('redis-hardening: redis.conf does not load on Redis 7.2: redis-hardening check says why\n');
  expect(status).toBe(0);
});

test.each([
  ['effective', 2, 'redis-hardening effective: PATH is missing: name the file that the server is started with\n'],
  ['effective a b', 2, 'redis-hardening effective: b: only the file that the server is started with is named\n'],
  ['effective gone.conf', 3, 'redis-hardening: gone.conf: no such file\n'],
])('%s ends with %i', async (command, status, said) => {
  const ended = await run(command);
  expect(ended.stderr).toContain(said);
  expect(ended.status).toBe(status);
});
