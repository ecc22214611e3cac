import { applyPatch, parsePatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { run } from '../support/command-line.js';

const FIX = 'fix --rule trailing-comment';

test('safe fixes are made in every file that takes part, and told', async () => {
  const { status, stdout, files } = await run(`${FIX} redis.conf`, {
    files: { 'redis.conf': 'maxmemory 1gb # half\ninclude ports.conf\n', 'ports.conf': 'port 6380 # ours\n' },
  });
  expect(files).toEqual({
    'redis.conf': '# half\nmaxmemory 1gb\ninclude ports.conf\n',
    'ports.conf': '# ours\nport 6380\n',
  });
  expect(stdout).toBe(`\
redis.conf: Move the comment to its own line [trailing-comment]
ports.conf: Move the comment to its own line [trailing-comment]
2 changes
`);
  expect(status).toBe(0);
});

test('what is left for the reader is counted', async () => {
  const { stdout } = await run('fix redis.conf --rule trailing-comment --rule invalid-value', {
    files: { 'redis.conf': 'maxmemory 1gb # half\ntimeout five\n' },
  });
  expect(stdout).toContain('\n1 change, 1 left for you: redis-hardening check\n');
});

test('a second time there is nothing to do', async () => {
  const first = await run('fix .', { files: MANY });
  const second = await run('fix .', { files: first.files });
  expect(second.files).toEqual(first.files);
  expect(second.stdout).toMatch(/^0 changes/);
});

test('with --unsafe too', async () => {
  const first = await run('fix . --unsafe', { files: MANY });
  const second = await run('fix . --unsafe', { files: first.files });
  expect(second.files).toEqual(first.files);
});

test('line ends stay as they are', async () => {
  const { files } = await run(`${FIX} redis.conf`, { files: { 'redis.conf': 'maxmemory 1gb # half\r\nport 0\r\n' } });
  expect(files).toEqual({ 'redis.conf': '# half\r\nmaxmemory 1gb\r\nport 0\r\n' });
});

test('changes after which the server behaves differently are for --unsafe', async () => {
  const machine = { files: { 'redis.conf': 'protected-mode no\n' } };
  expect((await run('fix redis.conf --rule protected-mode-off', machine)).files).toEqual(machine.files);
  expect((await run('fix redis.conf --rule protected-mode-off --unsafe', machine)).files).not.toEqual(machine.files);
});

test('what keeps a file from loading is mended before anything is judged by it', async () => {
  const { files } = await run('fix sentinel.conf --unsafe --rule trailing-comment --rule unknown-sentinel-master', {
    files: { 'sentinel.conf': 'sentinel monitor a 127.0.0.1 6379 1 # ours\nsentinel parallel-syncs a 1\n' },
  });
  expect(files).toEqual({
    'sentinel.conf': '# ours\nsentinel monitor a 127.0.0.1 6379 1\nsentinel parallel-syncs a 1\n',
  });
});

test('a password whose digest the file gets is shown once, on a terminal only', async () => {
  const machine = { files: { 'users.acl': 'user default off\nuser app on >app ~app:* +get\n' } };
  const command = 'fix users.acl --unsafe --rule weak-password';
  const shown = await run(command, { ...machine, terminal: true });
  const [, password = ''] = /the password, shown only now, is ([0-9a-f]{64})\n$/.exec(shown.stderr) ?? [];
  expect(password).not.toBe('');
  expect(shown.stdout + shown.files['users.acl']).not.toContain(password);
  expect(shown.files['users.acl']).toMatch(/^user app on #[0-9a-f]{64} ~app:\* \+get$/m);
  expect((await run(command, machine)).files).toEqual(machine.files);
});

describe('a diff', () => {
  test('is printed instead of writing', async () => {
    const machine = { files: { 'redis.conf': 'port 0\nmaxmemory 1gb # half\n' } };
    const { stdout, files } = await run(`${FIX} redis.conf --diff`, machine);
    expect(files).toEqual(machine.files);
    expect(stdout).toBe(`\
--- a/redis.conf
+++ b/redis.conf
@@ -1,2 +1,3 @@
 port 0
-maxmemory 1gb # half
+# half
+maxmemory 1gb
`);
  });

  test('of several files brings them to where writing does', async () => {
    const command = 'fix . --unsafe --rule trailing-comment --rule comment-in-acl-file --rule protected-mode-off';
    const { stdout } = await run(`${command} --diff`, { files: MANY });
    const { files } = await run(command, { files: MANY });
    expect(files).not.toEqual(MANY);
    const patched: Record<string, string> = { ...MANY };
    for (const patch of parsePatch(stdout)) {
      const path = (patch.newFileName ?? '').replace(/^b\//, '');
      patched[path] = applyPatch(patched[path] ?? '', patch) || 'does not apply';
    }
    expect(patched).toEqual(files);
  });

  test('has no password that was made for it, terminal or not', async () => {
    const machine = { files: { 'redis.conf': 'bind 10.0.0.5\nrequirepass foobared\n' }, terminal: true };
    const { stdout, stderr } = await run('fix redis.conf --unsafe --rule weak-password --diff', machine);
    expect(stdout).toBe('');
    expect(stderr).toBe('');
  });

  test('of nothing is empty', async () => {
    const { status, stdout } = await run(`${FIX} redis.conf --diff`, { files: { 'redis.conf': 'port 0\n' } });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

test.each([
  ['fix', 'PATH is missing: name the files to mend'],
  ['fix -', 'standard input cannot be mended: name a file'],
  ['fix a.conf --target redis-7.2 --target valkey-8.0', '--target: this command asks one server at a time'],
])('%s is a mistake in the command', async (command, problem) => {
  const { status, stderr } = await run(command);
  expect(stderr).toBe(`redis-hardening fix: ${problem}\nredis-hardening fix --help shows how it is used\n`);
  expect(status).toBe(2);
});

const MANY: Readonly<Record<string, string>> = {
  'redis.conf': `\
bind 0.0.0.0
protected-mode no # for the tests
requirepass foobared
aclfile users.acl
maxmemory 2 gb # half
include redis-ports.conf
`,
  'redis-ports.conf': 'port 6379 # as always',
  'users.acl': '# the application\nuser app on >app ~* +@all\n',
  'sentinel.conf': 'sentinel monitor a 127.0.0.1 6379 1 # ours\nsentinel parallel-syncs a 1\n',
};
