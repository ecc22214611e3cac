import { expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const files = {
  'users.acl': `\
user default off
user app on >hunter2 ~app:* %R~shared:* resetchannels &news +get +set +config|get (+ping ~x)
user open on nopass ~* &* +@all
`,
};

test('who may do what, one line a user', async () => {
  const { status, stdout } = await run('can users.acl --target redis-7.2', { files });
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/\d+ of \d+/, 'some').split(/ {2,}/));
  expect(rows).toEqual([
    ['USER', 'LOGIN', 'KEYS', 'CHANNELS', 'COMMANDS', 'GROUPS'],
    ['default', 'off', '-', '-', 'some', '-'],
    ['app', '1 password', '~app:* %R~shared:*', '&news', 'some', '-'],
    ['', 'or', '~x', '-', 'some', '-'],
    ['open', 'no password', '~*', '&*', 'some', '@all'],
  ]);
  expect(status).toBe(0);
});

test('as JSON, version 1', async () => {
  const { stdout } = await run('can users.acl --user app --target redis-7.2 --format json', { files });
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    target: 'redis-7.2',
    users: [
      {
        name: 'app',
        enabled: true,
        passwords: 1,
        nopass: false,
        commands: expect.arrayContaining(['config|get', 'get', 'ping', 'set']),
        keys: ['~app:*', '%R~shared:*'],
        channels: ['&news'],
        selectors: [{ commands: expect.arrayContaining(['ping']), keys: ['~x'], channels: [] }],
      },
    ],
  });
});

test('one command: every user with the reason', async () => {
  const { status, stdout } = await run('can users.acl --target redis-7.2 SET other 1', { files });
  expect(stdout).toMatch(/^default {2}denied {3}.*; the user is off, so that nobody can log in$/m);
  expect(stdout).toMatch(/^app {6}denied {3}/m);
  expect(stdout).toMatch(/^open {5}allowed {2}/m);
  expect(status).toBe(0);
});

test.each([
  ['GET app:1', 0],
  ['SET app:1 x', 0],
  ['SET shared:1 x', 1],
  ['CONFIG GET *', 0],
  ['LRANGE app:1 0 -1', 1],
  ['GET --help', 1],
])('%s of one user ends with %i', async (command, status) => {
  const ended = await run(`can users.acl --user app --target redis-7.2 ${command}`, { files });
  expect(ended.status).toBe(status);
});

test('renamed commands go by their new names', async () => {
  const machine = { files: { 'redis.conf': 'rename-command KEYS LIST-KEYS\n' } };
  expect((await run('can redis.conf --user default KEYS *', machine)).status).toBe(1);
  expect((await run('can redis.conf --user default LIST-KEYS *', machine)).status).toBe(0);
});

test('a batch: one answer a line, in the order of the questions', async () => {
  const { status, stdout } = await run('can users.acl --batch --target redis-7.2', {
    files,
    stdin: `\
{"user":"app","argv":["GET","app:1"]}
{"user":"app","argv":["DEL","app:1"]}

{"user":"nobody","argv":["GET","k"]}
{"user":"open","argv":["GET"]}
nonsense
{"user":"open","argv":["GET","k"]}`,
  });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toEqual([
    { allowed: true, reason: expect.any(String) },
    { allowed: false, reason: expect.any(String) },
    { allowed: false, reason: 'there is no user nobody' },
    { allowed: false, reason: expect.any(String) },
    { error: 'write {"user":"NAME","argv":["COMMAND","ARGUMENT"]}' },
    { allowed: true, reason: expect.any(String) },
  ]);
  expect(status).toBe(3);
});

test('a user that is not there is a failure', async () => {
  const { status, stderr } = await run('can users.acl --user nobody', { files });
  expect(stderr).toBe('redis-hardening: users.acl has no user nobody\n');
  expect(status).toBe(3);
});
