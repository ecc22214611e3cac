import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../server/src/node/disk.js';
import { run } from '../support/command-line.js';

/** What the test's machine draws, in order. */
const DRAWN = ['ab', 'ac', 'ad', 'ae'].map((byte) => byte.repeat(32));

test('a cache with a user for the shop: its files, and the passwords once', async () => {
  const { status, stdout, stderr, files } = await run('new deploy/redis --role cache --user shop --target redis-7.2');
  expect(stderr).toBe('');
  expect(stdout).toBe(`\
deploy/redis/redis.conf
deploy/redis/users.acl              only you can read it
deploy/redis/redis-alerts.yml
deploy/redis/.redis-hardening.json
deploy/redis/NEXT-STEPS.md

Passwords, shown only now: the files hold their SHA-256, and nothing keeps them.

ops-admin  ${DRAWN[0]}
shop       ${DRAWN[1]}
metrics    ${DRAWN[2]}
health     ${DRAWN[3]}

A configuration for Redis 7.2; what to do next stands in deploy/redis/NEXT-STEPS.md
`);
  expect(status).toBe(0);
  expect(files['deploy/redis/redis.conf']).toContain('\nmaxmemory-policy allkeys-lfu\n');
  expect(files['deploy/redis/users.acl']).toMatch(/^user shop on #[0-9a-f]{64} ~shop:\* resetchannels /m);
  for (const password of DRAWN) expect(Object.values(files).join('')).not.toContain(password);
});

test('what was written is found right by check, which knows for which server it is', async () => {
  const written = await run('new redis --role session --replica --sentinel --target redis-7.0');
  const { status, stdout } = await run('check redis --fail-on info', { files: written.files });
  expect(stdout).toBe('3 files: nothing found (Redis 7.0, production)\n');
  expect(status).toBe(0);
});

test('each kind of user has its rights and its keys', async () => {
  const command =
    'new r --role queue --user jobs:producer --user work:consumer:jobs:high --user limits:rate-limiter --user sums:analytics:jobs';
  const { files } = await run(`${command} --admin root --without metrics --without health --without alerts`);
  const lines = (files['r/users.acl'] ?? '').trimEnd().split('\n');
  expect(lines.map((line) => line.replace(/ on #\S+|(?<=\*) .*/g, ''))).toEqual([
    'user default off resetpass resetkeys -@all',
    'user root ~*',
    'user jobs %W~queue:*',
    'user work ~jobs:high:*',
    'user limits ~limits:*',
    'user sums %R~jobs:*',
  ]);
  expect(Object.keys(files).sort()).toEqual([
    'r/.redis-hardening.json',
    'r/NEXT-STEPS.md',
    'r/redis.conf',
    'r/users.acl',
  ]);
});

test('nodes on machines of their own', async () => {
  const { files } = await run(
    'new r --role primary --sentinel --tls password --address 10.0.0.5 --replica-address 10.0.0.6 --port 7000 --folder /srv/redis',
  );
  expect(linesOf(files['r/redis.conf'], /^(bind|tls-port|tls-auth|aclfile|include)/)).toEqual([
    'bind 127.0.0.1 -::1 -10.0.0.5',
    'tls-port 7000',
    'tls-auth-clients no',
    'aclfile /srv/redis/users.acl',
    'include /srv/redis/redis-replication.conf',
  ]);
  expect(linesOf(files['r/redis-replica.conf'], /^(bind|tls-port|replicaof)/)).toEqual([
    'bind 127.0.0.1 -::1 -10.0.0.6',
    'tls-port 7000',
    'replicaof 10.0.0.5 7000',
  ]);
  expect(linesOf(files['r/sentinel.conf'], /^(bind|tls-port|sentinel monitor)/)).toEqual([
    'bind 127.0.0.1 -::1 -10.0.0.5 -10.0.0.6',
    'tls-port 26379',
    'sentinel monitor mymaster 10.0.0.5 7000 2',
  ]);
  expect(files['r/NEXT-STEPS.md']).toContain('# Redis 8.6: a primary with a replica, TLS with passwords\n');
});

test('without TLS nothing speaks of it', async () => {
  const { files } = await run('new r --role cache --tls none --sentinel --replica --target redis-6.0');
  for (const [name, text] of Object.entries(files)) expect(text, name).not.toMatch(/^(tls-.*|.*Certificate.*)$/m);
});

test('no file is written over', async () => {
  const before = { 'r/users.acl': 'mine\n', 'r/NEXT-STEPS.md': 'mine\n' };
  const { status, stdout, stderr, files } = await run('new r', { files: before });
  expect(stderr).toBe(
    'redis-hardening: users.acl, NEXT-STEPS.md exist in r: name another folder, nothing was written\n',
  );
  expect({ status, stdout, files }).toEqual({ status: 3, stdout: '', files: before });
});

test('the configuration file around the folder says for which server', async () => {
  const { files } = await run('new r', { files: { '.redis-hardening.json': '{"target": "valkey-8.1"}' } });
  expect(JSON.parse(files['r/.redis-hardening.json'] ?? '')).toEqual({
    target: 'valkey-8.1',
    role: 'primary',
    administrators: ['ops-admin'],
    paths: { '/etc/valkey': '.' },
  });
});

test('as JSON, version 1', async () => {
  const { stdout } = await run('new r --role cluster --without alerts --format json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    target: 'redis-8.6',
    files: [
      { path: 'r/redis.conf', private: false },
      { path: 'r/users.acl', private: true },
      { path: 'r/redis-replication.conf', private: true },
      { path: 'r/.redis-hardening.json', private: false },
      { path: 'r/NEXT-STEPS.md', private: false },
    ],
    passwords: ['ops-admin', 'app', 'metrics', 'health'].map((user, draw) => ({ user, password: DRAWN[draw] })),
  });
});

test.each([
  ['new', 'DIR is missing: name the folder to write into'],
  ['new r s', 's: one folder is written at a time'],
  ['new r --role cash', '--role cash: write one of cache, session, queue, primary, cluster'],
  ['new r --tls maybe', '--tls maybe: write one of mutual, password, none'],
  ['new r --target redis-1.0', '--target redis-1.0: write one of redis-6.0, '],
  ['new r --without tls', '--without tls: write one of metrics, health, alerts'],
  ['new r --role cache --sentinel', 'Sentinel watches a primary and its replica: ask for a replica too'],
  ['new r --role cluster --replica', 'nodes of a cluster choose their replicas themselves: leave the replica out'],
  ['new r --user default', 'user default: this name is taken, write another one'],
  ['new r --user a --user a', 'user a: this name is taken, write another one'],
  ['new r --user a:b', 'user a:b: write one of app, cache, session, producer, consumer, rate-limiter, analytics'],
  ['new r --user a:app:*', 'user a:app:*: write a key prefix of letters, digits, dots, dashes, underscores and colons'],
  ['new r --user >x', 'user >x: write a name of letters, digits, dots, dashes and underscores first'],
  ['new r --admin #x', 'administrator #x: write a name of letters, digits, dots, dashes and underscores'],
  ['new r --port 70000', 'port 70000: write a number from 1 to 65534'],
  ['new r --address db.example', 'address db.example: write an IP address'],
  ['new r --folder etc', 'folder etc: write an absolute path without blanks'],
  ['new r --rôle', 'unknown option --rôle'],
])('%s is refused, and nothing is written', async (command, problem) => {
  const { status, stdout, stderr, files } = await run(command);
  expect(stderr).toContain(`redis-hardening new: ${problem}`);
  expect({ status, stdout, files }).toEqual({ status: 2, stdout: '', files: {} });
});

test('on disk, what is private is for its owner alone, and what exists stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'new-'));
  try {
    const path = join(folder, 'some', 'where', 'users.acl');
    expect(await disk.create(path, 'user default off\n', 'owner')).toBeUndefined();
    expect((await stat(path)).mode & 0o077).toBe(0);
    await writeFile(path, 'mine\n');
    expect(await disk.create(path, 'user default off\n', 'owner')).toMatch(/EEXIST/);
    expect(await readFile(path, 'utf8')).toBe('mine\n');
    expect(await disk.create(join(path, 'below'), 'x', 'all')).toMatch(/ENOTDIR|EEXIST/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function linesOf(text: string | undefined, wanted: RegExp): readonly string[] {
  return (text ?? '').split('\n').filter((line) => wanted.test(line));
}
