import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { freePort, hardened, passwordOf } from '../support/hardened-files.js';
import type { Connection } from '../support/servers/connection.js';
import { startServer, verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const STRICT = 'Default user off, without any rights';

await describeWithServers('what the snippets keep, and what they refuse together', (servers) => {
  for (const server of servers) {
    const is6 = server.target.startsWith('redis-6');
    const users = is6
      ? ['Default user off, without any rights', 'Administrator']
      : ['Default user off', 'Administrator'];

    describe(server.target, () => {
      test('nothing is lost when the append-only file is read back', async () => {
        expect(await keysAfterRestart(server, users)).toBe(5);
      });

      test('the old password goes on to work without the dangerous commands', async () => {
        const conf = hardened(server.target, ['Command lockdown, shared password'], { port: 1 });
        const { running, logIn } = await started(server, { 'redis.conf': conf });
        const client = await running.connect();
        expect(await client.ask('AUTH', passwordOf('default'))).toBe('OK');
        expect(await client.ask('SET', 'k', 'v')).toBe('OK');
        const denied = [
          'FLUSHALL',
          'KEYS *',
          'CONFIG GET x',
          'EVAL return(1) 0',
          'SCRIPT FLUSH',
          'ACL LIST',
          'SHUTDOWN',
        ];
        for (const command of server.target === 'redis-6.0' ? denied : [...denied, 'PUBLISH c m']) {
          expect(await client.ask(...command.split(' '))).toEqual({ error: expect.stringMatching(/^NOPERM/) });
        }
        const admin = await logIn('ops-admin');
        expect(await admin.ask('CONFIG', 'GET', 'maxclients')).toEqual(['maxclients', '10000']);
        expect(await admin.ask('FLUSHALL')).toBe('OK');
        for (const connection of [client, admin]) connection.close();
        await running.stop();
      });

      test('lockdown beside an ACL file does not start, instead of one of them being ignored', async () => {
        const files = {
          'redis.conf': `aclfile users.acl\n${hardened(server.target, ['Command lockdown, shared password'], { port: 1 })}`,
          'users.acl': hardened(server.target, users, { port: 1 }),
        };
        expect(await verdictOf(server, { files, config: 'redis.conf' })).toMatchObject({ verdict: 'refused' });
      });

      test('a full queue refuses jobs and loses none', async () => {
        const conf = hardened(server.target, ['Role: queue'], { port: await freePort() });
        const { running } = await started(server, { 'redis.conf': conf.replace(/^maxmemory .*/m, 'maxmemory 5mb') });
        const producer = await running.connect();
        const job = 'x'.repeat(100_000);
        let sent = 0;
        let answer = await producer.ask('LPUSH', 'jobs', job);
        while (typeof answer === 'number' && sent < 1000) {
          sent++;
          answer = await producer.ask('LPUSH', 'jobs', job);
        }
        expect(answer).toEqual({ error: expect.stringMatching(/^OOM/) });
        expect(await producer.ask('LLEN', 'jobs')).toBe(sent);
        expect(await producer.ask('INFO', 'stats')).toMatch(/^evicted_keys:0\r?$/m);
        producer.close();
        await running.stop();
      });
    });
  }

  test('with a default user that has no rights at all, Redis 7.0 loses what transactions and scripts wrote', async () => {
    for (const server of servers.filter(({ target }) => target === 'redis-7.0')) {
      expect(await keysAfterRestart(server, [STRICT, 'Administrator'])).toBe(1);
    }
  });
});

/** Writes five keys, four of them in a transaction and a script, ends the server hard and counts what is read back. */
async function keysAfterRestart(server: Server, users: readonly string[]): Promise<number> {
  const files = {
    'redis.conf': `aclfile users.acl\n${hardened(server.target, ['Persistence'], { port: 1 })}`,
    'users.acl': hardened(server.target, users, { port: 1 }),
  };
  const before = await started(server, files);
  const writer = await before.logIn('ops-admin');
  await writer.askAll([['SET', 'plain', 'v'], ['MULTI'], ['SET', 'm1', 'v'], ['SET', 'm2', 'v'], ['EXEC']]);
  expect(await writer.ask('EVAL', 'redis.call("set","s1","v") redis.call("set","s2","v") return 1', '0')).toBe(1);
  expect(await writer.ask('DBSIZE')).toBe(5);
  // With `appendfsync everysec` a server puts off what it appends while an fsync goes on (`flushAppendOnlyFile`, aof.c).
  await eventually(() => writer.ask('INFO', 'persistence'), /^aof_buffer_length:0\r?$/m);
  writer.close();
  const kept = await appendOnlyFiles(before.running.folder);
  await before.running.stop();

  const after = await started(server, { ...files, ...kept });
  const reader = await after.logIn('ops-admin');
  let keys = await reader.ask('DBSIZE');
  // A server that asks for a login answers so even while it still reads the file.
  while (typeof keys === 'object' && JSON.stringify(keys).includes('LOADING')) keys = await reader.ask('DBSIZE');
  reader.close();
  await after.running.stop();
  return Number(keys);
}

async function appendOnlyFiles(folder: string): Promise<Record<string, Uint8Array>> {
  const names = await readdir(folder, { recursive: true });
  const kept = names.filter((name) => /\.(?:aof|rdb|manifest)$/.test(name));
  return Object.fromEntries(await Promise.all(kept.map(async (name) => [name, await readFile(join(folder, name))])));
}

async function started(server: Server, files: Record<string, string | Uint8Array>) {
  const running = await startServer(server, { files, config: 'redis.conf' });
  if ('verdict' in running) throw new Error(JSON.stringify(running));
  const logIn = async (user: string): Promise<Connection> => {
    const connection = await running.connect();
    expect(await connection.ask('AUTH', user, passwordOf(user))).toBe('OK');
    return connection;
  };
  return { running, logIn };
}
