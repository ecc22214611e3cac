import { expect, test } from 'vitest';
import { effectiveText } from '../../server/src/features/effective-text.js';
import { project } from '../support/fixtures.js';

async function beforeDefaults(drawn: string): Promise<string> {
  const text = effectiveText(await project(drawn, { target: 'redis-7.2' }));
  return text.slice(0, text.indexOf('\n##### Defaults'));
}

test('each setting stands below the line that decided it', async () =>
  expect(
    await beforeDefaults(`
      -- redis.conf --
      maxmemory 1gb
      include a.conf
      rename-command KEYS ""
      -- a.conf --
      maxmemory 2gb
      save 900 1
    `),
  ).toBe(
    [
      '# What Redis 7.2 would run with when it is started with /etc/redis/redis.conf.',
      '',
      '# a.conf:1, overrides redis.conf:1',
      'maxmemory 2147483648',
      '',
      '# a.conf:2',
      'save 900 1',
      '',
      '##### Lines that are no settings #####',
      '',
      'rename-command KEYS ""',
      '',
    ].join('\n'),
  ));

test('what the server refuses is left out, and said', async () => {
  const text = await beforeDefaults('timeout x\nport 1');
  expect(text).toContain('It would not start: 1 thing that it refuses');
  expect(text).not.toContain('timeout');
});

test('secrets are left out', async () => {
  const text = await beforeDefaults('requirepass hunter2hunter2\nuser app on >hunter2 +get');
  expect(text).toContain('requirepass …');
  expect(text).toContain('user app on … +get');
  expect(text).not.toContain('hunter2');
});
