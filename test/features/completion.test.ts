import { expect, test } from 'vitest';
import { completionLabels, expectCompleted, expectCompletions } from '../support/cursor.js';

test('a directive is offered from the release that has it', async () => {
  await expectCompletions('redis-6.2', 'maxmemory-c$0', []);
  await expectCompletions('redis-7.0', 'maxmemory-c$0', ['maxmemory-clients']);
});

test('a directive comes with its default, to be typed over', () =>
  expectCompleted('redis-7.2', 'lua-time$0', 'lua-time-limit', 'lua-time-limit 5000'));

test('a size is offered in the unit that people write', () =>
  expectCompleted('redis-7.2', 'repl-backlog-s$0', 'repl-backlog-size', 'repl-backlog-size 1mb'));

test('a directive that has its value already is only named', () =>
  expectCompleted('redis-7.2', 'maxmem$0 2gb', 'maxmemory', 'maxmemory 2gb'));

test('a directive of several arguments names each of them', () =>
  expectCompleted('redis-7.2', 'replicao$0', 'replicaof', 'replicaof host port'));

test('nothing is offered inside a comment', () => expectCompletions('redis-7.2', '# maxmem$0', []));

test('yes and no, for what is one of the two', () => expectCompletions('redis-7.2', 'appendonly $0', ['no', 'yes']));

test('the words of a choice', () => expectCompletions('redis-7.2', 'appendfsync $0', ['always', 'everysec', 'no']));

test('words of a set, those left out that are there already', async () => {
  const labels = await completionLabels('redis-7.2', 'shutdown-on-sigterm save $0');
  expect(labels).toContain('force');
  expect(labels).not.toContain('save');
});

test('the units of a number that is a size', () =>
  expectCompletions('redis-7.2', 'maxmemory 2$0', ['2g', '2gb', '2k', '2kb', '2m', '2mb']));

test('commands that can be renamed', () =>
  expectCompletions('redis-7.2', 'rename-command FLUSH$0', ['FLUSHALL', 'FLUSHDB']));

test('classes of clients, where a class is to stand', async () => {
  await expectCompletions('redis-7.2', 'client-output-buffer-limit normal 0 0 0 p$0', ['pubsub']);
  await expectCompletions('redis-7.2', 'client-output-buffer-limit normal $0', []);
});

test('what a user line begins with', () => expectCompletions('redis-7.2', '-- users.acl --\n u$0', ['user']));

test('users that are there, and the one that everybody is', () =>
  expectCompletions('redis-7.2', '-- users.acl --\n user app on\n user $0', ['app', 'default']));

test('commands behind a plus', () =>
  expectCompletions('redis-7.2', '-- users.acl --\n user app +getr$0', ['+getrange']));

test('commands behind a minus, in a configuration file as well', () =>
  expectCompletions('redis-7.2', 'user app on -flusha$0', ['-flushall']));

test('categories of the target', async () => {
  await expectCompletions('redis-7.2', 'user app +@dang$0', ['+@dangerous']);
  expect(await completionLabels('redis-7.2', 'user app +@$0')).toContain('+@all');
});

test('the subcommands of a container', async () => {
  const labels = await completionLabels('redis-7.2', 'user app +config|$0');
  expect(labels).toEqual(['+config|get', '+config|help', '+config|resetstat', '+config|rewrite', '+config|set']);
});

test('patterns with permissions and selectors only where there are any', async () => {
  expect(await completionLabels('redis-6.2', 'user app $0')).not.toContain('%R~');
  expect(await completionLabels('redis-7.0', 'user app $0')).toEqual(expect.arrayContaining(['%R~', '(', '~', '&']));
});

test('databases only where users have them', async () => {
  expect(await completionLabels('valkey-8.1', 'user app $0')).not.toContain('alldbs');
  expect(await completionLabels('valkey-9.1', 'user app $0')).toContain('alldbs');
});

test('inside a selector, what a selector takes', async () => {
  expect(await completionLabels('redis-7.2', 'user app ($0')).not.toContain('on');
  await expectCompleted('redis-7.2', 'user app (+get$0', '(+getrange', 'user app (+getrange');
});

test('words that may follow sentinel', () =>
  expectCompletions('redis-7.2', '-- sentinel.conf --\n sentinel an$0', [
    'announce-hostnames',
    'announce-ip',
    'announce-port',
  ]));

test('the names of monitored masters', () =>
  expectCompletions(
    'redis-7.2',
    '-- sentinel.conf --\n sentinel monitor cache 10.0.0.1 6379 2\n sentinel auth-pass $0',
    ['cache'],
  ));

test('sentinel lines are offered to sentinels alone', async () => {
  await expectCompletions('redis-7.2', 'sentine$0', []);
  await expectCompletions('redis-7.2', '-- sentinel.conf --\n sentine$0', ['sentinel']);
});
