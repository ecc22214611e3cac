import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { hover } from '../../server/src/features/hover.js';
import { cursorIn } from '../support/cursor.js';

async function textAt(drawn: string, target: TargetName = 'redis-7.2'): Promise<string> {
  const { project, uri, position } = await cursorIn(drawn, { target });
  const shown = hover(project, uri, position)?.contents;
  return shown !== undefined && typeof shown === 'object' && 'value' in shown ? shown.value : '';
}

test('a directive says what it may be, what it is by default and what it is here', async () => {
  const text = await textAt('ti$0meout 30');
  expect(text).toContain('**timeout** — Redis 7.2');
  expect(text).toContain('- Value: whole number');
  expect(text).toContain('- Default: `0`');
  expect(text).toContain('- Here: `30`, set by line 1');
});

test('a directive that a later file overrides says so', async () => {
  const text = await textAt(`
    -- redis.conf --
    t$0imeout 30
    include conf.d/90.conf
    -- conf.d/90.conf --
    timeout 60
  `);
  expect(text).toContain('- Here: `60`, set by conf.d/90.conf:1');
  expect(text).toContain('- Overrides: line 1');
});

test('a directive that not all servers have says which do', async () =>
  expect(await textAt('maxmemory-clie$0nts 5%')).toContain('- Known to: Redis 7.0 to 8.6, Valkey 7.2 to 9.1'));

test('a password is never shown', async () => {
  expect(await textAt('require$0pass hunter2hunter2')).toContain('a secret, which is not shown');
  expect(await textAt('require$0pass hunter2hunter2')).not.toContain('hunter2');
  expect(await textAt('requirepass hunt$0er2hunter2')).toBe('');
});

test('a size says how many bytes it is', async () =>
  expect(await textAt('maxmemory 2$0gb')).toBe('`2gb` = 2,147,483,648 bytes'));

test('the two kinds of units are told apart', async () =>
  expect(await textAt('maxmemory 2$0g')).toBe('`2g` = 2,000,000,000 bytes'));

test('a user says what it can do, and how many passwords it has', async () => {
  const text = await textAt('user a$0pp on >secretsecret >other ~app:* %R~shared:* &news +@read +set +eval');
  expect(text).toContain('**app** — on, has 2 passwords');
  expect(text).toContain('keys: `app:*`, `shared:* (read only)`');
  expect(text).toContain('channels: `news`');
  expect(text).toContain('all of @read');
  expect(text).toContain('- run scripts: EVAL');
  expect(text).not.toContain('secretsecret');
});

test('a user that nobody can log in as says so', async () => {
  expect(await textAt('user a$0pp ~* +@all')).toContain('off, so that nobody can log in');
  expect(await textAt('user a$0pp on ~* +@all')).toContain('has no password, so that nobody can log in');
});

test('an ACL rule says how many commands it added', async () =>
  expect(await textAt('user app on +get +se$0t')).toBe('**`+set`** — adds 1 command, removes none\n\nAdds SET.'));

test('an ACL rule without effect says so', async () =>
  expect(await textAt('user app on +get +g$0et')).toBe('**`+get`** — no effect'));

test('an ACL rule that a later one undoes names it', async () => {
  const text = await textAt('user app on +ge$0t -@all');
  expect(text).toContain('Undone later in the line, by `-@all`');
});

test('a rule inside a selector is looked at alone', async () =>
  expect(await textAt('user app on +@all (+ge$0t ~x)')).toContain('**`+get`** — adds 1 command'));

test('a password in an ACL rule is not repeated', async () => {
  const text = await textAt('-- users.acl --\n user app on >hunter2hunt$0er2 +get');
  expect(text).toBe('**`>…`** — applied');
});

test('a hash is not repeated', async () => {
  const hash = '9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163';
  expect(await textAt(`-- users.acl --\n user app on #${hash}$0 +get`)).toBe('**`#…`** — applied');
});

test('an unknown directive and a comment have nothing to say', async () => {
  expect(await textAt('maxmemory-po$0lcy noeviction')).toBe('');
  expect(await textAt('# maxmem$0ory 2gb')).toBe('');
});
