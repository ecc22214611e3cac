import { expect, test } from 'vitest';
import { HARMS } from '../../server/src/model/harms.js';
import { run } from '../support/command-line.js';

const files = {
  'redis.conf': 'bind 0.0.0.0\nprotected-mode no\naclfile users.acl\n',
  'users.acl': 'user default off\nuser app on >hunter2 ~app:* +get +set +eval\nuser old off >hunter2 ~* +@all\n',
};

test('everybody has a block: what they can do, by what, why, and what would end it', async () => {
  const { status, stdout } = await run('threats redis.conf --target redis-7.2', { files });
  expect(stdout).toContain(`\
(anyone who can connect), from every network of the machine
  can do none of this: the default user is off, so that every client has to log in (users.acl:1)
`);
  expect(stdout).toMatch(
    /^app, from every network of the machine\n {2}can run-lua +EVAL.*\n {6}because .*\(users\.acl:2\).*\n {6}to end it, /ms,
  );
  expect(stdout).toMatch(/^old, from nowhere\n {2}can do none of this: user old is off \(users\.acl:3\)$/m);
  expect(stdout).not.toContain('hunter2');
  expect(status).toBe(0);
});

test('as JSON, version 1', async () => {
  const { stdout } = await run('threats redis.conf --target redis-7.2 --format json', { files });
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ version: 1, target: 'redis-7.2' });
  expect(report.principals.map(({ name, reach }: { name: string; reach: string }) => [name, reach])).toEqual([
    ['(anyone who can connect)', 'all'],
    ['default', 'none'],
    ['app', 'all'],
    ['old', 'none'],
  ]);
  const { abilities } = report.principals[2];
  expect(Object.keys(abilities)).toEqual([...HARMS]);
  expect(abilities['run-lua']).toEqual({
    can: true,
    by: expect.stringContaining('EVAL'),
    because: expect.arrayContaining([{ message: expect.any(String), path: 'users.acl', line: 2 }]),
    cut: expect.any(String),
  });
  expect(abilities['load-module']).toMatchObject({ can: false, by: '' });
});
