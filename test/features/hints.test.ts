import { expect, test } from 'vitest';
import { hints } from '../../server/src/features/hints.js';
import { asDrawn, drawnRanges, fileUri } from '../support/cursor.js';
import { project } from '../support/fixtures.js';

async function expectHints(drawn: string): Promise<void> {
  const read = await project(drawn, { target: 'redis-7.2' });
  const uri = fileUri('redis.conf');
  const all = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
  const shown = hints(read, uri, all).map(({ position, label }) => {
    const start = { ...position, character: position.character - 1 };
    return { uri, range: { start, end: position }, message: String(label) };
  });
  expect(drawnRanges(read, shown)).toBe(asDrawn(drawn).split('\n-- ')[0]);
}

test('sizes are shown in bytes', () =>
  expectHints(`
      maxmemory 2gb
    #             ^ = 2,147,483,648 bytes
      maxmemory-clients 10%
      repl-backlog-size 1048576
      client-output-buffer-limit pubsub 32mb 8mb 60
    #                                      ^ = 33,554,432 bytes
    #                                          ^ = 8,388,608 bytes
  `));

test('a line that the server refuses has no size', () =>
  expectHints(`
      maxmemory 2 gb
      maxmemory 0gb
    #             ^ = 0 bytes
      maxmemory 1gb # enough
  `));

test('a line that has no effect names the one that decides', () =>
  expectHints(`
      -- redis.conf --
      port 6379
    #         ^ overridden by line 2
      port 6380
      timeout 0
    #         ^ overridden by conf.d/90.conf:2
      include conf.d/90.conf
      -- conf.d/90.conf --
      # later than redis.conf
      timeout 60
  `));

test('lines that add up are no overrides', () =>
  expectHints(`
      save 900 1
      save 300 10
      loglevel notice
    #               ^ overridden by line 4
      loglevel verbose
  `));
