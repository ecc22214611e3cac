import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareReleases } from '../../server/src/catalog/availability.js';
import { type Certificates, certificates } from '../support/certificates.js';
import { filesBeside, freePort, hardened, passwordOf } from '../support/hardened-files.js';
import { hasIpv6Loopback, listenersOf } from '../support/listeners.js';
import { CLOSED, type Connection, connect, isError, type Reply } from '../support/servers/connection.js';
import { type RunningServer, startServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { connectTls, fingerprintOf, greeting, servedFingerprint } from '../support/tls-client.js';

await describeWithServers('the hardened baseline under attack', (servers) => {
  let drawn: Certificates;
  beforeAll(async () => {
    drawn = await certificates();
  });

  for (const server of servers) {
    describe(server.target, () => {
      const isLocked = !server.target.startsWith('redis-6');
      let port: number;
      let running: RunningServer;
      beforeAll(async () => {
        port = await freePort();
        const files = {
          ...filesBeside(drawn),
          'redis.conf': hardened(server.target, ['Hardened baseline'], { port }),
          'users.acl': hardened(server.target, ['Hardened users', 'Service user: health check'], { port }),
          'tls/new.crt': drawn.client.cert,
          'tls/new.key': drawn.client.key,
        };
        const started = await startServer(server, { files, config: 'redis.conf' });
        if ('verdict' in started) throw new Error(JSON.stringify(started));
        running = started;
      });
      afterAll(() => running?.stop());

      const as = async (user?: string): Promise<Connection> => {
        const connection = await connectTls(port, drawn, { certificate: drawn.client });
        if (user !== undefined) expect(await connection.ask('AUTH', user, passwordOf(user))).toBe('OK');
        return connection;
      };

      test('who has not logged in can do nothing', async () => {
        const stranger = await as();
        for (const command of [['PING'], ['INFO'], ['SET', 'k', 'v'], ['ACL', 'WHOAMI'], ['KEYS', '*']]) {
          expect(await stranger.ask(...command)).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
        }
        expect(await stranger.ask('AUTH', '')).toEqual(WRONG_PASSWORD);
        expect(await stranger.ask('AUTH', 'default', '')).toEqual(WRONG_PASSWORD);
        stranger.close();
      });

      test('nobody can log in with the digest, or with what a snippet has in its place', async () => {
        const stranger = await as();
        for (const secret of ['0'.repeat(64), `#${'0'.repeat(64)}`, '']) {
          expect(await stranger.ask('AUTH', 'ops-admin', secret)).toEqual(WRONG_PASSWORD);
        }
        stranger.close();
      });

      test('a client in plaintext gets no answer', async () => {
        const plain = await connect({ host: '127.0.0.1', port });
        expect(await plain.ask('PING')).toEqual(CLOSED);
        await expect(connect({ host: '127.0.0.1', port: port + 1 })).rejects.toThrow('ECONNREFUSED');
      });

      test('it listens on the TLS port of this machine and nowhere else', async () => {
        // The baseline of 6.x names no address of IPv6.
        const hasTwo = isLocked && hasIpv6Loopback();
        const expected = [`127.0.0.1:${port}`, ...(hasTwo ? [`[::1]:${port}`] : [])];
        expect(await listenersOf(running.pid)).toEqual(expected);
        if (!hasTwo) return;
        for (const certificate of [undefined, drawn.foreign]) {
          expect(await greeting(port, drawn, { host: '::1', certificate })).toEqual(CLOSED);
        }
        const welcome = await greeting(port, drawn, { host: '::1', certificate: drawn.client });
        expect(welcome).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
      });

      test('TLS 1.2 is refused', async () => {
        await expect(connectTls(port, drawn, { certificate: drawn.client, maxVersion: 'TLSv1.2' })).rejects.toThrow(
          /protocol version/,
        );
      });

      test('a client without a certificate of the authority is refused', async () => {
        expect(await greeting(port, drawn, { certificate: drawn.client })).toEqual({
          error: expect.stringMatching(/^NOAUTH/),
        });
        expect(await greeting(port, drawn, {})).toEqual(CLOSED);
        expect(await greeting(port, drawn, { certificate: drawn.foreign })).toEqual(CLOSED);
        expect(await greeting(port, drawn, { certificate: drawn.expired })).toEqual(CLOSED);
        expect(await greeting(port, drawn, { certificate: drawn.serverOnly })).toEqual(CLOSED);
      });

      test('failed logins and denials are counted where the alerts look, in what the exporter may read', async () => {
        const stranger = await as();
        for (let i = 0; i < 20; i++) expect(await stranger.ask('AUTH', 'app', 'guess')).toEqual(WRONG_PASSWORD);
        const app = await as('app');
        expect(await app.ask('FLUSHALL')).toEqual(DENIED);
        const metrics = await as('metrics');
        const info = String(await metrics.ask('INFO', 'all'));
        expect(field(info, 'rejected_connections')).toBe('0');
        if (isLocked) expect(Number(/errorstat_WRONGPASS:count=(\d+)/.exec(info)?.[1])).toBeGreaterThanOrEqual(20);
        if (hasDenialCounters(server.target)) {
          expect(Number(field(info, 'acl_access_denied_auth'))).toBeGreaterThanOrEqual(20);
          expect(Number(field(info, 'acl_access_denied_cmd'))).toBeGreaterThanOrEqual(1);
        }
        for (const connection of [stranger, app, metrics]) connection.close();
      });

      test('the administrator can do everything but what nobody may', async () => {
        const admin = await as('ops-admin');
        expect(await admin.ask('SET', 'any', 'thing')).toBe('OK');
        expect(await admin.ask('ACL', 'WHOAMI')).toBe('ops-admin');
        expect(await admin.ask('CONFIG', 'SET', 'maxmemory-samples', '6')).toBe('OK');
        if (isLocked) {
          expect(await admin.ask('CONFIG', 'SET', 'dir', '/tmp')).toEqual({
            error: expect.stringContaining('protected'),
          });
          expect(await admin.ask('CONFIG', 'SET', 'dbfilename', 'x.so')).toEqual({
            error: expect.stringContaining('protected'),
          });
          expect(await admin.ask('DEBUG', 'SLEEP', '0')).toEqual({ error: expect.stringContaining('DEBUG command') });
          expect(await admin.ask('MODULE', 'LOAD', '/tmp/x.so')).toEqual({ error: expect.stringContaining('MODULE') });
        }
        expect(await admin.ask('FLUSHALL')).toBe('OK');
        admin.close();
      });

      test('a bad ACL file is rejected, and the users stay as they were', async () => {
        const path = `${running.folder}/users.acl`;
        const before = await readFile(path, 'utf8');
        await appendFile(path, 'user intruder on nopass +@all ~*\nuser broken on bogus\n');
        const admin = await as('ops-admin');
        expect(isError(await admin.ask('ACL', 'LOAD'))).toBe(true);
        expect(await admin.ask('ACL', 'GETUSER', 'intruder')).toBeNull();
        expect(await admin.ask('ACL', 'WHOAMI')).toBe('ops-admin');
        await writeFile(path, before);
        admin.close();
      });

      // Redis 6.x takes one setting at a time, and a certificate without its key is refused.
      if (isLocked) {
        test('certificate and key are exchanged while it runs', async () => {
          const served = () => servedFingerprint(port, drawn, { certificate: drawn.client });
          expect(await served()).toBe(fingerprintOf(drawn.node));
          const admin = await as('ops-admin');
          const exchange = ['CONFIG', 'SET', 'tls-cert-file', 'tls/new.crt', 'tls-key-file', 'tls/new.key'];
          expect(await admin.ask(...exchange)).toBe('OK');
          admin.close();
          expect(await served()).toBe(fingerprintOf(drawn.client));
          (await as('app')).close();
        });
      }

      test('one client more than allowed is turned away, and counted', async () => {
        const metrics = await as('metrics');
        const path = `${running.folder}/s.sock`;
        const crowd: Connection[] = [];
        const answers: Reply[] = [];
        for (let i = 0; i < 1000; i++) {
          const connection = await connect({ path });
          crowd.push(connection);
          answers.push(await connection.ask('PING'));
        }
        expect(answers.slice(0, -1)).not.toContainEqual(TURNED_AWAY);
        expect(answers.at(-1)).toEqual(TURNED_AWAY);
        for (const connection of crowd) connection.close();
        expect(field(String(await metrics.ask('INFO')), 'rejected_connections')).toBe('1');
        metrics.close();
      });
    });
  }
});

/** The server says why and closes at once, so that a client may find the connection closed while it still sends. */
const TURNED_AWAY = { error: expect.stringMatching(/^ERR max number of clients reached$|^connection closed$/) };
const DENIED = { error: expect.stringMatching(/^NOPERM/) };
const WRONG_PASSWORD = { error: expect.stringMatching(/^(?:WRONGPASS|ERR Client sent AUTH)/) };

function field(info: string, name: string): string | undefined {
  return new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(info)?.[1];
}

function hasDenialCounters(target: string): boolean {
  return compareReleases(target.split('-')[1] ?? '', '7.2') >= 0;
}
