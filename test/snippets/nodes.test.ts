import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Certificates, certificates } from '../support/certificates.js';
import { eventually } from '../support/eventually.js';
import { filesBeside, freePort, hardened, passwordOf } from '../support/hardened-files.js';
import type { Connection, Reply } from '../support/servers/connection.js';
import { type RunningServer, startServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { connectTls } from '../support/tls-client.js';

const USERS = ['Hardened users', 'Service user: Sentinel'];

await describeWithServers('hardened servers together, over TLS only', (servers) => {
  let drawn: Certificates;
  beforeAll(async () => {
    drawn = await certificates();
  });

  for (const server of servers) {
    describe(server.target, () => {
      const running: RunningServer[] = [];
      afterEach(async () => {
        for (const one of running.splice(0)) await one.stop();
      });

      const start = async (names: readonly string[], port: number, primary = 1): Promise<RunningServer> => {
        const isSentinel = names.includes('Hardened Sentinel');
        const config = isSentinel ? 'sentinel.conf' : 'redis.conf';
        const text = hardened(server.target, names, { port, primary });
        const files = {
          ...filesBeside(drawn),
          // One replica and one Sentinel are all there is here, and the test does not wait as long as people do.
          [config]: text
            .replace(/^min-replicas-to-write .*/m, 'min-replicas-to-write 0')
            .replace(/^(sentinel monitor .*) \d+$/m, '$1 1')
            .replace(/^(sentinel down-after-milliseconds \S+) .*/m, '$1 1000'),
          'users.acl': hardened(server.target, USERS, { port }),
        };
        const role = isSentinel ? 'sentinel' : 'server';
        const result = await startServer(server, { files, config, role });
        if ('verdict' in result) throw new Error(JSON.stringify(result));
        running.push(result);
        return result;
      };
      const as = async (port: number, user: string): Promise<Connection> => {
        const connection = await connectTls(port, drawn, { certificate: drawn.client });
        expect(await connection.ask('AUTH', user, passwordOf(user))).toBe('OK');
        return connection;
      };
      const ask = async (port: number, user: string, ...command: readonly string[]): Promise<Reply> => {
        const connection = await as(port, user);
        const reply = await connection.ask(...command);
        connection.close();
        return reply;
      };

      test('a replica follows, and a Sentinel hands over to it', async () => {
        const [first, second, watcher] = [await freePort(), await freePort(), await freePort()];
        const primary = await start(['Hardened baseline', 'Role: primary'], first);
        await start(['Hardened baseline', 'Role: replica'], second, first);
        await eventually(() => ask(second, 'ops-admin', 'INFO', 'replication'), /^master_link_status:up\r?$/m);
        expect(await ask(first, 'app', 'SET', 'app:k', 'v')).toBe('OK');
        await eventually(() => ask(second, 'ops-admin', 'GET', 'app:k'), /^v$/);

        await start(['Hardened Sentinel'], watcher, first);
        const isOld = server.target === 'redis-6.0';
        const asked = async (...command: readonly string[]) => {
          const connection = await connectTls(watcher, drawn, { certificate: drawn.client });
          const user = isOld ? 'default' : 'sentinel-admin';
          expect(await connection.ask('AUTH', ...(isOld ? [] : [user]), passwordOf(user))).toBe('OK');
          const reply = await connection.ask(...command);
          connection.close();
          return reply;
        };
        await eventually(() => asked('SENTINEL', 'replicas', 'mymaster'), new RegExp(`${second}`));
        await primary.stop();
        running.splice(running.indexOf(primary), 1);
        await eventually(() => asked('SENTINEL', 'get-master-addr-by-name', 'mymaster'), new RegExp(`${second}`));
        await eventually(() => ask(second, 'ops-admin', 'INFO', 'replication'), /^role:master\r?$/m);
        expect(await ask(second, 'app', 'SET', 'app:k', 'w')).toBe('OK');
      });

      test('a Sentinel answers nobody but its users, and clients only where the primary is', async () => {
        const port = await freePort();
        await start(['Hardened Sentinel'], port);
        const stranger = await connectTls(port, drawn, { certificate: drawn.client });
        expect(await stranger.ask('SENTINEL', 'masters')).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
        stranger.close();
        if (server.target === 'redis-6.0') return;
        const client = await as(port, 'sentinel-client');
        expect(await client.ask('SENTINEL', 'get-master-addr-by-name', 'mymaster')).toHaveLength(2);
        for (const harm of [
          'REMOVE mymaster',
          'FAILOVER mymaster',
          'SET mymaster quorum 9',
          'MONITOR x 127.0.0.1 1 1',
        ]) {
          expect(await client.ask('SENTINEL', ...harm.split(' '))).toEqual(DENIED);
        }
        for (const harm of ['SHUTDOWN', 'ACL LIST', 'CLIENT KILL TYPE normal', 'PUBLISH __sentinel__:hello x']) {
          expect(await client.ask(...harm.split(' '))).toEqual(DENIED);
        }
        client.close();
      });

      test('three nodes make a cluster', async () => {
        const ports = [await freePort(), await freePort(), await freePort()];
        for (const port of ports) await start(['Hardened baseline', 'Role: cluster node'], port);
        const [first = 0, ...others] = ports;
        for (const [index, port] of ports.entries()) {
          expect(await ask(port, 'ops-admin', 'CLUSTER', 'ADDSLOTS', ...thirdOfSlots(index))).toBe('OK');
        }
        for (const port of others) {
          const meet = ['CLUSTER', 'MEET', '127.0.0.1', `${first}`, `${first + 10_000}`];
          expect(await ask(port, 'ops-admin', ...meet)).toBe('OK');
        }
        for (const port of ports) {
          await eventually(
            () => ask(port, 'metrics', 'CLUSTER', 'INFO'),
            /^cluster_state:ok\r?\n[\s\S]*^cluster_known_nodes:3\r?$/m,
          );
        }
        expect(await ask(first, 'app', 'CLUSTER', 'RESET')).toEqual(DENIED);
      });
    });
  }
});

const DENIED = { error: expect.stringMatching(/^NOPERM/) };

function thirdOfSlots(index: number): readonly string[] {
  const first = index * 5_462;
  return Array.from({ length: Math.min(5_462, 16_384 - first) }, (_, slot) => `${first + slot}`);
}
