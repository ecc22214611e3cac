import { expect, test } from 'vitest';
import { TARGETS } from '../../server/src/catalog/target.js';
import { RULES } from '../../server/src/rules/registry.js';
import { run } from '../support/command-line.js';

test('the version', async () => {
  expect(await run('--version')).toMatchObject({ status: 0, stdout: 'redis-hardening 1.2.3\n', stderr: '' });
});

test.each(['', '--help', '-h', 'help'])('what there is, for %j', async (command) => {
  const { status, stdout } = await run(command);
  expect(stdout).toMatch(/^redis-hardening finds what breaks/);
  expect(status).toBe(0);
});

test.each(['check', 'fix', 'effective', 'can', 'threats', 'new', 'explain', 'lsp'])(
  '%s has help of its own',
  async (name) => {
    const { status, stdout } = await run(`${name} --help`);
    expect(stdout).toMatch(new RegExp(`^redis-hardening ${name} `));
    expect(status).toBe(0);
    expect((await run(`help ${name}`)).stdout).toBe(stdout);
  },
);

test.each([
  ['chek', 'unknown command chek: write redis-hardening check'],
  ['redis.conf', 'unknown command redis.conf: write redis-hardening check redis.conf'],
  ['dance', 'unknown command dance'],
])('%s is no command', async (command, said) => {
  const { status, stderr } = await run(command);
  expect(stderr).toBe(`redis-hardening: ${said}\nredis-hardening --help shows how it is used\n`);
  expect(status).toBe(2);
});

test('all rules and all targets can be explained', async () => {
  const rules = (await run('explain rules')).stdout.trimEnd().split('\n');
  expect(rules.map((line) => line.split(' ')[0])).toEqual(RULES.map(({ id }) => id));
  const targets = (await run('explain targets')).stdout.trimEnd().split('\n');
  expect(targets.map((line) => line.split(' ')[0])).toEqual([...TARGETS]);
});

test('a rule is explained by its page', async () => {
  const { status, stdout } = await run('explain trailing-comment');
  expect(stdout).toContain('A comment stands behind a directive.');
  expect(stdout).toContain('maxmemory 1gb # half of the machine');
  expect(status).toBe(0);
});

test('a problem is explained by every rule that it is a name of', async () => {
  const { status, stdout } = await run('explain cmd-rename-target-invalid');
  expect(stdout).toContain('## rename-of-unknown-command\n');
  expect(stdout).toContain('## rename-to-existing-command\n');
  expect(stdout).toContain('Also known as cmd-rename-target-invalid.');
  expect(status).toBe(0);
});

test('a rule that is none is a mistake', async () => {
  const { status, stderr } = await run('explain trailing-coment');
  expect(stderr).toContain('there is no rule trailing-coment: write trailing-comment');
  expect(status).toBe(2);
});

test('the language server speaks on the standard streams', async () => {
  expect(await run('lsp --stdio')).toMatchObject({ status: 0, stdout: 'serving\n' });
  expect(await run('lsp')).toMatchObject({ status: 2 });
});
