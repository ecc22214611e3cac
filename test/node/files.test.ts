import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk } from '../../server/src/node/disk.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);

describe('reading', () => {
  test('a file, byte for byte', async () => {
    writeFileSync(path('redis.conf'), Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff, 0x0a]));
    expect(await disk.read(path('redis.conf'))).toEqual({
      kind: 'text',
      uri: pathToFileURL(path('redis.conf')).href,
      text: '\ufeffa\udcff\n',
    });
  });

  test('a file whose name is no UTF-8', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff)]), 'port 0\n');
    expect(await disk.read(path('\udcff'))).toMatchObject({ kind: 'text', text: 'port 0\n' });
    expect(await disk.glob(path('*'))).toEqual([path('\udcff')]);
  });

  test('nothing, a folder, and what stands behind a file', async () => {
    writeFileSync(path('redis.conf'), '');
    expect(await disk.read(path('gone'))).toEqual({ kind: 'missing' });
    expect(await disk.read(folder)).toEqual({ kind: 'directory' });
    expect(await disk.read(path('redis.conf/more'))).toEqual({ kind: 'missing' });
    expect(await disk.read(path('no\0name'))).toEqual({ kind: 'missing' });
  });

  test('no device and no pipe, and without waiting for either', async () => {
    execFileSync('mkfifo', [path('pipe')]);
    const notRegular = { kind: 'withheld', reason: 'not a regular file' };
    expect(await disk.read('/dev/zero')).toEqual(notRegular);
    expect(await disk.read(path('pipe'))).toEqual(notRegular);
    expect(await disk.head(path('pipe'))).toBeUndefined();
  });

  test('no file of more than 16 MB', async () => {
    writeFileSync(path('large.conf'), '');
    truncateSync(path('large.conf'), 16 * 1024 * 1024 + 1);
    expect(await disk.read(path('large.conf'))).toEqual({ kind: 'withheld', reason: 'larger than 16 MB' });
    expect((await disk.head(path('large.conf')))?.length).toBe(65_536);
  });

  test('a link in a ring is no file that can be read', async () => {
    symlinkSync(path('b'), path('a'));
    symlinkSync(path('a'), path('b'));
    expect(await disk.read(path('a'))).toEqual({ kind: 'withheld', reason: 'too many symbolic links' });
  });
});

describe('a pattern', () => {
  const NAMES = [
    'a.conf',
    'b.conf',
    'B.conf',
    'c1.conf',
    'c10.conf',
    'c2.conf',
    '.hidden.conf',
    'a]b.conf',
    'a*b.conf',
    '[x].conf',
    '[x',
    'café.conf',
  ];

  test.each([
    '*.conf',
    '*',
    'c?.conf',
    '[ab].conf',
    '[!ab].conf',
    '[^ab].conf',
    '[a-c]*.conf',
    '[c-a]*.conf',
    '[-a].conf',
    '[[:upper:]].conf',
    'c[[:digit:]]*.conf',
    '.h*',
    '[.]h*',
    'a\\*b.conf',
    'a[]]b.conf',
    '[[]x].conf',
    '[x',
    'caf?.conf',
    'caf??.conf',
    '*a*o*.conf',
    'none*',
    'sub/*.conf',
    '*/d.conf',
  ])('%s matches what the shell makes of it', async (pattern) => {
    for (const name of NAMES) writeFileSync(path(name), '');
    mkdirSync(path('sub'));
    writeFileSync(path('sub/d.conf'), '');
    // With nullglob a shell does what `glob(3)` does; its locale C sorts and compares bytes.
    const script = `shopt -s nullglob; printf '%s\\n' ${pattern}`;
    const found = execFileSync('bash', ['--norc', '-c', script], {
      cwd: folder,
      env: { LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    const expected = found.split('\n').filter((name) => name !== '');
    expect(await disk.glob(path(pattern))).toEqual(expected.map(path));
  });
});

describe('walking', () => {
  test('goes through folders by name, and through no links, hidden ones and packages', async () => {
    for (const name of ['b', 'a', '.git', 'node_modules']) {
      mkdirSync(path(name));
      writeFileSync(path(`${name}/redis.conf`), '');
    }
    symlinkSync(folder, path('loop'));
    const found: string[] = [];
    for await (const file of disk.walk(folder)) found.push(file);
    expect(found).toEqual([path('a/redis.conf'), path('b/redis.conf'), path('loop')]);
  });
});

describe('replacing', () => {
  test('keeps the mode, follows links, and leaves nothing behind', async () => {
    writeFileSync(path('real.conf'), 'old');
    chmodSync(path('real.conf'), 0o640);
    symlinkSync(path('real.conf'), path('redis.conf'));
    expect(await disk.replace(path('redis.conf'), 'new \udcff')).toBeUndefined();
    expect([...readFileSync(path('real.conf'))]).toEqual([...Buffer.from('new '), 0xff]);
    expect(statSync(path('real.conf')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['real.conf', 'redis.conf']);
  });

  test('says why it cannot', async () => {
    expect(await disk.replace(path('gone/redis.conf'), 'new')).toContain('ENOENT');
  });
});
