import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Exited, runProgram } from '../support/program.js';

// The program as it is installed, with little memory: a diagnostic or nothing, no crash, no hang.

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Checks a file of these bytes. */
async function check(bytes: string | Uint8Array, name = 'redis.conf'): Promise<Exited> {
  writeFileSync(join(folder, name), bytes);
  return runProgram(['check', name, '--target', 'redis-7.0'], { folder });
}

/** The rules that spoke. */
function rulesIn({ stdout, stderr }: Exited): readonly string[] {
  expect(stderr).toBe('');
  return [...stdout.matchAll(/\[([a-z-]+)\]$/gm)].map(([, rule]) => rule ?? '');
}

const MB = 1024 * 1024;

describe('one line of many bytes', () => {
  test('of 50 MB is not read, which is said', async () => {
    const { status, stdout, stderr } = await check(`dbfilename ${'x'.repeat(50 * MB)}\n`);
    expect(stderr).toBe('redis-hardening: redis.conf: larger than 16 MB\n');
    expect(stdout).toBe('');
    expect(status).toBe(3);
  });

  test.each([
    ['a word', 'dbfilename ', 'x'],
    ['many words', 'bind', ' a'],
    ['quotes', 'dbfilename ', '"a" '],
    ['backslashes', 'dbfilename "', '\\'],
    ['a comment', '#', ' x'],
    ['ACL rules', 'user app on', ' +get'],
    ['lines', '', 'port 0\n'],
    ['bytes that are no text', 'dbfilename ', '\xff'],
    ['NUL bytes', 'dbfilename a', '\0'],
    ['users', '', 'user a on +get\n'],
    ['unknown names', '', 'x y\n'],
    ['passwords', 'user app on', ' >x'],
    ['key patterns', 'user app on', ' ~x'],
    ['open parentheses', 'user app on', ' (+get'],
    ['includes', '', 'include a\n'],
    ['save points', 'save', ' 1 1'],
    ['renamed commands', '', 'rename-command GET ""\n'],
  ])('of 128 KB made of %s is judged', async (_, start, repeated) => {
    const count = Math.floor(MB / 8 / repeated.length);
    const { status, signal } = await check(Buffer.from(start + repeated.repeat(count), 'latin1'));
    expect(signal).toBeNull();
    expect([0, 1]).toContain(status);
  });
});

describe('bytes', () => {
  test('a byte order mark is what servers refuse', async () => {
    expect(rulesIn(await check('\ufeffport 0\nunixsocket /tmp/s\n'))).toContain('byte-order-mark');
  });

  test('NUL bytes, invalid UTF-8, UTF-16 and random bytes end in a verdict', async () => {
    const random = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    for (const bytes of [
      Buffer.from('port 0\0\nmore\0'),
      Buffer.of(0xff, 0xfe, 0x0a),
      Buffer.from('port 0\n', 'utf16le'),
      random,
    ]) {
      const { status, signal } = await check(bytes);
      expect(signal).toBeNull();
      expect([0, 1]).toContain(status);
    }
  });

  test('carriage returns before line ends are nothing', async () => {
    const windows = await check('maxclients 100\r\nmaxmemory 1gb\r\n');
    const unix = await check('maxclients 100\nmaxmemory 1gb\n');
    expect(windows.stdout).toBe(unix.stdout);
  });

  test('an empty file loads', async () => {
    for (const name of ['redis.conf', 'users.acl']) {
      writeFileSync(join(folder, name), '');
      const { stdout } = await runProgram(['check', name, '--format', 'json'], { folder });
      expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: name, loads: true }] });
    }
  });
});

describe('an include', () => {
  test('of itself is a loop', async () => {
    expect(rulesIn(await check('include redis.conf\n'))).toContain('include-loop');
  });

  test('of a pattern that finds itself, too', async () => {
    expect(rulesIn(await check('include *.conf\n'))).toContain('include-loop');
  });

  test('of a folder is an empty file', async () => {
    mkdirSync(join(folder, 'conf.d'));
    expect(rulesIn(await check('include conf.d\n'))).not.toContain('missing-include');
  });

  test('of a file that is not there is refused', async () => {
    expect(rulesIn(await check('include gone.conf\n'))).toContain('missing-include');
  });

  test('of a device or a pipe is not read', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { status } = await check('include /dev/zero\ninclude pipe\naclfile /dev/zero\n');
    expect([0, 1]).toContain(status);
  });

  test('that doubles at every level ends', async () => {
    for (let level = 0; level < 40; level++) {
      writeFileSync(join(folder, `level-${level}.conf`), `include level-${level + 1}.conf\n`.repeat(2));
    }
    writeFileSync(join(folder, 'level-40.conf'), 'maxclients 100\n');
    const { status, signal } = await check('include level-0.conf\n');
    expect(signal).toBeNull();
    expect([0, 1]).toContain(status);
  });

  test('of a pattern of many stars ends', async () => {
    writeFileSync(join(folder, 'a'.repeat(200)), '');
    const { status, signal } = await check(`include ${'*a'.repeat(100)}b\n`);
    expect(signal).toBeNull();
    expect([0, 1]).toContain(status);
  });
});

describe('what is named on the command line', () => {
  test.each([
    ['gone.conf', 'gone.conf: no such file'],
    ['/dev/zero', '/dev/zero: not a regular file'],
    ['pipe', 'pipe: not a regular file'],
  ])('%s is a failure', async (path, said) => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const { status, stderr } = await runProgram(['check', path], { folder });
    expect(stderr).toBe(`redis-hardening: ${said}\n`);
    expect(status).toBe(3);
  });

  test('standard input without an end is a failure', async () => {
    const { status, stderr } = await runProgram(['check', '-'], { folder, stdin: 'never ends' });
    expect(stderr).toBe('redis-hardening: standard input: more than 16 MB\n');
    expect(status).toBe(3);
  });

  test('a folder with a device, a pipe and a link to itself in it is walked through', async () => {
    execFileSync('mkfifo', [join(folder, 'redis.conf')]);
    execFileSync('ln', ['-s', '.', join(folder, 'redis')]);
    execFileSync('ln', ['-s', '/dev/zero', join(folder, 'valkey.conf')]);
    const { status, stderr } = await runProgram(['check', '.'], { folder });
    expect(stderr).toBe('redis-hardening: nothing to check: no file of Redis or Valkey\n');
    expect(status).toBe(0);
  });
});

test('a reader that has seen enough ends the program in peace', () => {
  writeFileSync(join(folder, 'redis.conf'), 'nonsense\n'.repeat(5000));
  const script = '"$0" "$1" check redis.conf --target redis-7.0 --rule unknown-directive | head -n 1';
  const cli = join(import.meta.dirname, '../../dist/cli.js');
  const said = execFileSync('sh', ['-c', script, process.execPath, cli], { cwd: folder, encoding: 'utf8' });
  expect(said).toMatch(/^redis\.conf:1:1: error: /);
});
