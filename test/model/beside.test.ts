import { expect, test } from 'vitest';
import { target } from '../../server/src/catalog/target.js';
import type { FileAnswer } from '../../server/src/model/files.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import { memoryFiles, uriOf } from '../support/memory-files.js';

const SENTINEL = '/srv/sentinel.conf';

test('a Sentinel that watches the server stands beside it', async () => {
  const { beside } = await serverBeside(answered('sentinel monitor main 127.0.0.1 6379 2\n'));
  expect(beside.projects.map(({ root }) => root.path)).toEqual([SENTINEL]);
});

test('while a file beside stays the same, its start is not replayed', async () => {
  const answer = answered('sentinel monitor main 127.0.0.1 6379 2\n');
  const [first, second] = [await serverBeside(answer), await serverBeside(answer)];
  expect(second.beside.projects[0]).toBe(first.beside.projects[0]);
  const changed = await serverBeside(answered('sentinel monitor main 127.0.0.1 6379 1\n'));
  expect(changed.beside.projects[0]).not.toBe(first.beside.projects[0]);
});

test('a file beside that reads others is replayed each time', async () => {
  const answer = answered('include more.conf\nsentinel monitor main 127.0.0.1 6379 2\n');
  const before = await serverBeside(answer, 'port 26379\n');
  const after = await serverBeside(answer, 'port 26380\n');
  expect(before.beside.projects[0]?.settings.text('port')).toBe('26379');
  expect(after.beside.projects[0]?.settings.text('port')).toBe('26380');
});

/** What is read at the Sentinel's place; the same object stands for a file that has not changed. */
function answered(text: string): FileAnswer {
  return { kind: 'text', uri: uriOf(SENTINEL), text };
}

/** A server's configuration with that of a Sentinel in its folder. */
function serverBeside(sentinel: FileAnswer, more = ''): Promise<Project> {
  const folder = memoryFiles(
    new Map([
      [SENTINEL, { text: '' }],
      ['/srv/more.conf', { text: more }],
    ]),
  );
  const files = { ...folder, read: async (path: string) => (path === SENTINEL ? sentinel : folder.read(path)) };
  const path = '/srv/redis.conf';
  const root = { uri: uriOf(path), path, text: 'port 6379\n', kind: 'config', workingDirectory: '/srv' } as const;
  return loadProject(root, target('redis-8.0'), files);
}
