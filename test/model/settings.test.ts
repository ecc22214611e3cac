import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { project } from '../support/fixtures.js';

test('the last line wins, whatever name it uses', async () => {
  const { settings } = await project('slave-priority 5\nreplica-priority 7\nSLAVE-PRIORITY 9', { target: 'redis-7.2' });
  const setting = settings.get('replica-priority');
  expect(setting?.value).toBe('9');
  expect(setting?.winner?.line).toBe(settings.get('slave-priority')?.winner?.line);
  expect(setting?.overridden).toHaveLength(2);
});

test('a value is shown as CONFIG GET shows it', async () => {
  const drawn = `
    maxmemory 1gb
    maxmemory-clients 5%
    unixsocketperm 0770
    appendonly YES
    hz 9000
    oom-score-adj relative
    notify-keyspace-events Exm
    shutdown-on-sigterm "now save"
    latency-tracking-info-percentiles 50 99.90
  `;
  const { settings } = await project(drawn, { target: 'redis-7.2' });
  const names = ['maxmemory', 'maxmemory-clients', 'unixsocketperm', 'appendonly', 'hz', 'oom-score-adj'];
  expect(names.map((name) => settings.text(name))).toEqual(['1073741824', '5%', '770', 'yes', '500', 'yes']);
  expect(settings.text('notify-keyspace-events')).toBe('xEm');
  expect(settings.text('shutdown-on-sigterm')).toBe('save now');
  expect(settings.text('latency-tracking-info-percentiles')).toBe('50 99.9');
});

test('what no line sets has its default', async () => {
  const { settings } = await project('', { target: 'redis-7.2' });
  expect(settings.text('port')).toBe('6379');
  expect(settings.number('tcp-backlog')).toBe(511n);
  expect(settings.isOn('protected-mode')).toBe(true);
  expect(settings.get('dir')?.value).toBeUndefined();
});

test('a target knows only its own directives', async () => {
  expect((await project('', { target: 'redis-7.2' })).settings.get('primaryauth')).toBeUndefined();
  expect((await project('masterauth x', { target: 'valkey-8.0' })).settings.text('primaryauth')).toBe('x');
});

test('save points add up, and the first replaces the built-in ones', async () => {
  expect(await savePoints('redis-7.2', 'save 900 1\nsave 300 10')).toBe('900 1 300 10');
  expect(await savePoints('redis-7.2', 'save 900 1\nsave ""\nsave 60 5')).toBe('60 5');
  expect(await savePoints('redis-7.2', 'save "900 1 300 10"')).toBe('900 1 300 10');
  expect(await savePoints('redis-7.2', '')).toBe('3600 1 300 100 60 10000');
});

test('6.x take save points two by two and pass over the rest', async () => {
  expect(await savePoints('redis-6.2', 'save 900 1 300 10')).toBe('');
  expect(await savePoints('redis-6.0', '')).toBe('');
});

test('in 6.2 the first save of each file starts afresh', async () => {
  const drawn = `
    -- redis.conf --
    save 900 1
    include a.conf
    save 60 5
    -- a.conf --
    save 300 10
  `;
  expect(await savePoints('redis-6.2', drawn)).toBe('300 10 60 5');
});

test('after an include, each save of the file replaces all before it from 7.0 on', async () => {
  const drawn = `
    -- redis.conf --
    save 900 1
    include a.conf
    save 300 10
    save 60 5
    -- a.conf --
    save 30 3
    save 20 2
  `;
  expect(await savePoints('redis-7.0', drawn)).toBe('60 5');
  expect(await savePoints('redis-6.2', drawn)).toBe('30 3 20 2 300 10 60 5');
  expect(await savePoints('redis-7.0', drawn.replaceAll(/save (?:300|60).*/g, ''))).toBe('900 1 30 3 20 2');
});

test('after an include of a folder too, which is read as an empty file', async () => {
  const drawn = `
    -- redis.conf --
    save 900 1
    include conf.d
    save 60 5
    -- conf.d/a.conf --
    save 30 3
  `;
  expect(await savePoints('redis-7.0', drawn)).toBe('60 5');
  expect(await savePoints('redis-6.2', drawn)).toBe('900 1 60 5');
});

test('limits of output buffers are kept by class', async () => {
  const drawn = 'client-output-buffer-limit replica 1gb 1mb 5\nclient-output-buffer-limit normal 1 2 3 pubsub 4 5 6';
  const { settings } = await project(drawn, { target: 'redis-7.2' });
  expect(settings.text('client-output-buffer-limit')).toBe('normal 1 2 3 slave 1073741824 1048576 5 pubsub 4 5 6');
});

test('refused lines set nothing', async () => {
  const { settings } = await project('timeout 5\ntimeout x', { target: 'redis-7.2' });
  expect(settings.text('timeout')).toBe('5');
  expect(settings.statements('timeout')).toHaveLength(1);
});

test('a cluster has one database, but for Valkey 9', async () => {
  const drawn = 'cluster-enabled yes\ndatabases 16';
  expect((await project(drawn, { target: 'redis-7.2' })).settings.text('databases')).toBe('1');
  expect((await project(drawn, { target: 'valkey-9.1' })).settings.text('databases')).toBe('16');
});

test('a server that was a cluster at the end of a file keeps one database until the next line for them', async () => {
  const databases = async (after: string, target: TargetName): Promise<string> => {
    const files = `-- redis.conf --\ncluster-enabled yes\ndatabases 16\ninclude a.conf\n${after}\n-- a.conf --\nhz 10\n`;
    return (await project(files, { target })).settings.text('databases');
  };
  expect(await databases('cluster-enabled no', 'redis-8.6')).toBe('1');
  expect(await databases('cluster-enabled no\ndatabases 5', 'redis-8.6')).toBe('5');
  expect(await databases('databases 5', 'redis-8.6')).toBe('1');
  expect(await databases('cluster-enabled no', 'valkey-9.1')).toBe('16');
  expect(await databases('cluster-enabled no', 'redis-7.0')).toBe('16');
});

async function savePoints(target: TargetName, drawn: string): Promise<string> {
  return (await project(drawn, { target })).settings.text('save');
}
