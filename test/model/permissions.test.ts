import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { commandsOf, type Decision, decide, mayRun } from '../../server/src/model/permissions.js';
import { surroundingsOf } from '../../server/src/model/surroundings.js';
import type { User } from '../../server/src/model/user.js';
import { project } from '../support/fixtures.js';

async function userWith(rules: string, target: TargetName): Promise<User> {
  const { users } = await project(`-- users.acl --\nuser app ${rules}`, { target });
  const user = users.get('app');
  if (user === undefined) throw new Error('no such user');
  return user;
}

/** What the server says to a command of a user with these ACL rules. */
async function decided(rules: string, command: string, target: TargetName = 'redis-8.0'): Promise<Decision> {
  const drawn = await project(`-- users.acl --\nuser app ${rules}`, { target });
  return decide(await userWith(rules, target), command.split(' '), drawn.catalog);
}

async function verdict(rules: string, command: string, target?: TargetName): Promise<string> {
  return (await decided(rules, command, target)).serverSays;
}

test('the last rule that touched the command decides, and is named', async () => {
  const denied = await decided('+@all -@dangerous', 'FLUSHALL');
  expect(denied).toMatchObject({ allowed: false, because: 'command', reason: '-@dangerous denies flushall' });
  expect(denied.rule?.word.value).toBe('-@dangerous');
  const allowed = await decided('+@all -@dangerous +flushall', 'FLUSHALL');
  expect(allowed).toMatchObject({ allowed: true, serverSays: 'OK', reason: '+flushall allows flushall' });
});

test('nothing is allowed that no rule allows', async () => {
  expect(await decided('+get', 'SET k v')).toMatchObject({ rule: undefined, reason: 'no ACL rule allows set' });
});

test('words are those of the release', async () => {
  expect(await verdict('+set', 'GET k', 'redis-8.0')).toBe("User app has no permissions to run the 'get' command");
  expect(await verdict('+set', 'GET k', 'redis-7.0')).toBe("This user has no permissions to run the 'get' command");
  expect(await verdict('+set', 'GET k', 'redis-6.0')).toBe(
    "this user has no permissions to run the 'get' command or its subcommand",
  );
});

test('key patterns are matched with what the command does to the key', async () => {
  expect(await verdict('+@all %R~in:* %W~out:*', 'COPY in:1 out:1')).toBe('OK');
  expect(await verdict('+@all %R~in:* %W~out:*', 'COPY out:1 in:1')).toBe(
    "User app has no permissions to access the 'out:1' key",
  );
  expect(await verdict('+@all %W~k', 'SET k v')).toBe('OK');
  expect(await verdict('+@all %W~k', 'SET k v GET')).toBe("User app has no permissions to access the 'k' key");
});

test('keys are found where the command keeps them', async () => {
  const keysOfApp = '+@all ~app:*';
  expect(await verdict(keysOfApp, 'EVAL script 2 app:1 other argument')).toContain("the 'other' key");
  expect(await verdict(keysOfApp, 'EVAL script 1 app:1 other')).toBe('OK');
  expect(await verdict(keysOfApp, 'XREAD COUNT 1 STREAMS app:1 other 0 0')).toContain("the 'other' key");
  expect(await verdict(keysOfApp, 'SORT app:1 STORE other')).toContain("the 'other' key");
  expect(await verdict(keysOfApp, 'ZUNIONSTORE app:1 2 app:2 other')).toContain("the 'other' key");
  expect(await verdict(keysOfApp, 'FLUSHALL')).toBe('OK');
});

test('channels: patterns that are subscribed to must be allowed literally', async () => {
  expect(await verdict('+@all ~* &news.*', 'SUBSCRIBE news.sport')).toBe('OK');
  expect(await verdict('+@all ~* &news.*', 'PSUBSCRIBE news.*')).toBe('OK');
  expect(await verdict('+@all ~* &news.*', 'PSUBSCRIBE news.s*')).toContain("the 'news.s*' channel");
  expect(await verdict('+@all ~*', 'PUBLISH other x')).toContain("the 'other' channel");
  expect(await verdict('+@all ~*', 'PUBLISH other x', 'redis-6.2')).toBe('OK');
});

test('a selector allows what it allows as a whole, and nothing together with another', async () => {
  const selectors = '(+get ~read:*) (+set ~write:*)';
  expect(await verdict(selectors, 'GET read:1')).toBe('OK');
  expect(await verdict(selectors, 'SET write:1 x')).toBe('OK');
  expect(await verdict(selectors, 'GET write:1')).toContain("the 'write:1' key");
});

test('the rule inside of the selector that decided is named', async () => {
  expect((await decided('on (+@read ~*) (+@write ~*)', 'SET k v')).rule?.word.value).toBe('+@write');
});

test('a first argument allows the command with nothing else', async () => {
  expect(await verdict('+select|0', 'SELECT 0')).toBe('OK');
  expect(await verdict('+select|0', 'SELECT 1')).toContain("run the 'select' command");
  expect((await decided('+select|0', 'SELECT 0')).rule?.word.value).toBe('+select|0');
});

test('databases count on Valkey 9', async () => {
  expect(await verdict('+@all ~* db=1', 'SELECT 1', 'valkey-9.1')).toBe('OK');
  expect(await verdict('+@all ~* db=1', 'SELECT 0', 'valkey-9.1')).toBe(
    'User app has no permissions to access database 0',
  );
  expect(await verdict('+@all ~* db=1', 'FLUSHALL', 'valkey-9.1')).toContain('access database');
});

test('what runs before a client is known is never denied', async () => {
  expect(await verdict('+@all -auth -hello', 'AUTH app x')).toBe('OK');
  expect(await verdict('-@all', 'HELLO', 'redis-7.0')).toBe('OK');
  expect(await verdict('-@all', 'HELLO 2', 'redis-6.0')).toContain("run the 'hello' command");
  expect(await verdict('-@all', 'QUIT', 'redis-6.0')).toBe('OK');
});

test('unknown commands and wrong numbers of arguments are the first thing that a server says', async () => {
  expect(await verdict('+@all', 'NOSUCH x')).toBe("Command 'NOSUCH' not found");
  expect(await verdict('+@all', 'CONFIG NOSUCH')).toBe("Command 'CONFIG' not found");
  expect(await verdict('+@all', 'GET')).toBe("wrong number of arguments for 'get' command");
});

test('a renamed command answers to its new name only', async () => {
  const drawn = await project('rename-command FLUSHALL WIPE\nuser app on +flushall');
  const app = drawn.users.get('app') as User;
  const surroundings = surroundingsOf(drawn);
  expect(decide(app, ['WIPE'], drawn.catalog, surroundings).allowed).toBe(true);
  expect(decide(app, ['FLUSHALL'], drawn.catalog, surroundings).because).toBe('unknown-command');
});

test('all commands of a user: its own and those of its selectors, without containers', async () => {
  const commands = commandsOf(await userWith('+get +config|get (~* +set)', 'redis-7.2'));
  expect(commands).toEqual(['auth', 'config|get', 'get', 'hello', 'quit', 'reset', 'set']);
});

test('a container may run when all of it may', async () => {
  expect(mayRun(await userWith('+config', 'redis-7.2'), 'config')).toBe(true);
  expect(mayRun(await userWith('+config -config|set', 'redis-7.2'), 'config')).toBe(false);
});

test('commands that the target does not know yet run after +@all alone', async () => {
  const everything = await userWith('+@all -get', 'redis-7.2');
  const reading = await userWith('+@read', 'redis-7.2');
  expect([everything, reading].map(({ selectors }) => selectors[0].commands.future)).toEqual([true, false]);
});
