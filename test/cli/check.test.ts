import { describe, expect, test } from 'vitest';
import { run } from '../support/command-line.js';

/** One rule with few words, so that these tests tell of the command and not of the rules. */
const CHECK = 'check --rule trailing-comment --target redis-7.2';

describe('what is printed', () => {
  test('a finding comes with its place, its line, a caret, and what the server says', async () => {
    const { status, stdout } = await run(`${CHECK} redis.conf`, {
      files: { 'redis.conf': 'maxmemory 1gb # half\n' },
    });
    expect(stdout).toBe(`\
redis.conf:1:15: error: comments stand on lines of their own: Redis 7.2 takes this one for values [trailing-comment]
  |
1 | maxmemory 1gb # half
  |               ^~~~~~
  = Redis 7.2: wrong number of arguments
redis.conf does not load on Redis 7.2
1 file: 1 error (Redis 7.2, production)
1 of these can be mended without changing what the server does: redis-hardening fix
`);
    expect(status).toBe(1);
  });

  test('a file without findings is counted', async () => {
    const { status, stdout, stderr } = await run(`${CHECK} redis.conf`, { files: { 'redis.conf': 'maxmemory 1gb\n' } });
    expect(stdout).toBe('1 file: nothing found (Redis 7.2, production)\n');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('the findings of an included file stand under the file that includes it', async () => {
    const { stdout } = await run(`${CHECK} redis.conf --format github`, {
      files: { 'redis.conf': 'include conf.d/memory.conf\n', 'conf.d/memory.conf': 'maxmemory 1gb # half\n' },
    });
    expect(stdout).toBe(
      '::error file=conf.d/memory.conf,line=1,col=15,endLine=1,endColumn=21,title=trailing-comment::' +
        'comments stand on lines of their own: Redis 7.2 takes this one for values\n',
    );
  });

  test('several targets are asked at once, and what only some say is marked', async () => {
    const { status, stdout } = await run(
      'check redis.conf --rule unknown-directive --target redis-6.0 --target redis-7.2 --target valkey-8.0',
      { files: { 'redis.conf': 'maxmemory-clients 1mb\n' } },
    );
    expect(stdout).toMatch(/^redis\.conf:1:1: error: .* \[unknown-directive\] \(Redis 6\.0\)\n/);
    expect(stdout).toContain('redis.conf does not load on Redis 6.0\n');
    expect(stdout).toContain('1 file: 1 error (Redis 6.0, 7.2 and Valkey 8.0, production)\n');
    expect(status).toBe(1);
  });

  test('absolute paths stay absolute, relative ones relative', async () => {
    const { stdout } = await run(`${CHECK} /project/redis.conf --format github`, {
      files: { 'redis.conf': 'include memory.conf\n', 'memory.conf': 'maxmemory 1gb # half\n' },
    });
    expect(stdout).toContain('file=/project/memory.conf');
  });

  test('colours are for a terminal, and for one that wants them', async () => {
    const files = { 'redis.conf': 'maxmemory 1gb # half\n' };
    const shown = async (terminal: boolean, environment = {}): Promise<boolean> =>
      (await run(`${CHECK} redis.conf`, { files, terminal, environment })).stdout.includes('\x1b[');
    expect(await shown(true)).toBe(true);
    expect(await shown(false)).toBe(false);
    expect(await shown(true, { NO_COLOR: '1' })).toBe(false);
  });
});

describe('the line that is shown', () => {
  const excerpt = async (line: string): Promise<string> => {
    const { stdout } = await run(`${CHECK} redis.conf`, { files: { 'redis.conf': `${line}\n` } });
    return stdout.split('\n').slice(2, 4).join('\n');
  };

  test.each([
    ['requirepass foobared # secret', '1 | requirepass … … …\n  |               ^~~'],
    ['masterauth "two words" # secret', '1 | masterauth … … …\n  |              ^~~'],
    ['user app on >secret ~* # all', '1 | user app on … ~* # all\n  |                  ^~~~~'],
    ['maxmemory\t1gb # half', '1 | maxmemory   1gb # half\n  |                 ^~~~~~'],
    ['dbfilename 数据.rdb # 数据', '1 | dbfilename 数据.rdb # 数据\n  |                     ^~~~~~'],
    ['maxmemory 1gb # \x1b[31mred', '1 | maxmemory 1gb # \ufffd[31mred\n  |               ^~~~~~~~~~'],
  ])('shows no secret, and a caret under what is meant: %j', async (line, shown) => {
    expect(await excerpt(line)).toBe(shown);
  });

  test('of a very long line the part around the place', async () => {
    const shown = await excerpt(`dbfilename ${'x'.repeat(5000)} # half`);
    expect(shown).toBe(`1 | …${'x'.repeat(79)} # half\n  |  ${' '.repeat(80)}^~~~~~`);
  });
});

describe('what is checked', () => {
  test('in a folder what is ours, and no file twice that another one includes', async () => {
    const { stdout } = await run('check . --format json', {
      files: {
        'redis.conf': 'include conf.d/*.conf\naclfile users.acl\n',
        'conf.d/redis-limits.conf': 'maxclients 100\n',
        'users.acl': 'user default off\n',
        'sentinel.conf': 'sentinel monitor a 127.0.0.1 6379 1\n',
        'nginx.conf': 'worker_processes 4;\n',
        'node_modules.md': 'not ours\n',
      },
    });
    expect(pathsIn(stdout)).toEqual(['redis.conf', 'sentinel.conf']);
  });

  test('without a path everything below the working directory', async () => {
    const { stdout } = await run('check --format json', { files: { 'a/redis.conf': '', 'b/redis.conf': '' } });
    expect(pathsIn(stdout)).toEqual(['a/redis.conf', 'b/redis.conf']);
  });

  test('a file that is named, although another one includes it', async () => {
    const files = { 'redis.conf': 'include redis-limits.conf\n', 'redis-limits.conf': 'maxclients 100\n' };
    const { stdout } = await run('check redis.conf redis-limits.conf --format json', { files });
    expect(pathsIn(stdout)).toEqual(['redis.conf', 'redis-limits.conf']);
  });

  test('of files that include each other in a ring the first', async () => {
    const files = { 'redis-a.conf': 'include redis-b.conf\n', 'redis-b.conf': 'include redis-a.conf\n' };
    const { stdout } = await run('check . --format json', { files });
    expect(pathsIn(stdout)).toEqual(['redis-a.conf']);
  });

  test.each([
    ['conf/*.conf', ['conf/a.conf', 'conf/b.conf']],
    ['**/a.conf', ['a.conf', 'conf/a.conf']],
    ['conf/[!a].conf', ['conf/b.conf']],
  ])('what the pattern %s matches', async (pattern, paths) => {
    const { stdout } = await run(`check ${pattern} --format json`, {
      files: { 'a.conf': '', 'conf/a.conf': '', 'conf/b.conf': '', 'conf/.c.conf': '' },
    });
    expect(pathsIn(stdout)).toEqual(paths);
  });

  test('standard input, called -', async () => {
    const { stdout } = await run(`${CHECK} - --format github`, { stdin: 'maxmemory 1gb # half\n' });
    expect(stdout).toContain('::error file=-,line=1,');
  });

  test('files as what --kind says they are', async () => {
    const { stdout } = await run('check people --kind acl --format json', {
      files: { people: 'user default off\n' },
    });
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ path: 'people', kind: 'acl', loads: true }] });
  });
});

describe('how it ends', () => {
  const files = { 'redis.conf': 'maxmemory 1gb # half\n' };

  test.each([
    ['', 1],
    ['--rule trailing-comment=warning', 0],
    ['--rule trailing-comment=warning --fail-on warning', 1],
    ['--rule trailing-comment=off --fail-on info', 0],
    ['--fail-on never', 0],
  ])('of a file with one error and %j it is %i', async (options, status) => {
    const ended = await run(`check redis.conf --rule trailing-comment ${options}`, { files });
    expect(ended.status).toBe(status);
  });

  test('a file that is not there is a failure, and the others are checked all the same', async () => {
    const { status, stdout, stderr } = await run(`${CHECK} gone.conf redis.conf --format json`, { files });
    expect(stderr).toBe('redis-hardening: gone.conf: no such file\n');
    expect(pathsIn(stdout)).toEqual(['redis.conf']);
    expect(status).toBe(3);
  });

  test('a folder without any file of ours is worth a word', async () => {
    const { status, stdout, stderr } = await run('check .', { files: { 'readme.txt': '' } });
    expect(stdout).toBe('');
    expect(stderr).toBe('redis-hardening: nothing to check: no file of Redis or Valkey\n');
    expect(status).toBe(0);
  });

  test.each([
    ['--target redis-9', '--target redis-9: write one of redis-6.0, redis-6.2, redis-7.0, redis-7.2, redis-7.4'],
    ['--target', '--target needs a value'],
    ['--profile strict', '--profile strict: write one of production, development'],
    ['--format xml', '--format xml: write one of text, json, sarif, github, junit'],
    ['--fail-on hint', '--fail-on hint: write one of error, warning, info, never'],
    ['--rule trailing-coment', '--rule trailing-coment: there is no such rule: write trailing-comment'],
    ['--rule trailing-comment=loud', '--rule trailing-comment loud: write one of error, warning, info, hint, off'],
    ['--formt json', 'unknown option --formt: write --format'],
  ])('%s is a mistake in the command', async (options, problem) => {
    const { status, stdout, stderr } = await run(`check redis.conf ${options}`, { files });
    expect(stderr).toContain(`redis-hardening check: ${problem}`);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

function pathsIn(json: string): readonly string[] {
  const { files }: { readonly files: readonly { readonly path: string }[] } = JSON.parse(json);
  return files.map(({ path }) => path);
}
