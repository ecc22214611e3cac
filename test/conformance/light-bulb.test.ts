import { expect, test } from 'vitest';
import { nearestTo } from '../support/nearest-server.js';
import { requestFor, runnable } from '../support/runnable.js';
import { type Connection, isError, type Reply } from '../support/servers/connection.js';
import { withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { type HardenedByLightBulb, hardenByLightBulb } from '../support/stranger.js';

/** Files that people put on the internet, and what a stranger must be left with who takes what the light bulb prefers. */
const BAD_FILES = {
  'a file that opens the server to everyone': `
    -- redis.conf --
    bind 0.0.0.0
    protected-mode no
  `,
  'a file with a sample password and every gate open': `
    -- redis.conf --
    # our redis
    bind 0.0.0.0
    port 6379
    protected-mode no
    requirepass foobared
    enable-debug-command yes
    enable-module-command yes
    enable-protected-configs yes
    appendonly yes
    loglevel nothing
  `,
  'a file of a container': `
    -- redis.conf --
    bind 0.0.0.0
    port 6379
    protected-mode no
    requirepass \${REDIS_PASSWORD}
    maxmemory 256MB
    maxmemory-policy allkeys-lru # evict
    save 900 1
    -- /run/secrets/redis.conf --
    requirepass 5b1d9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  'a replica that anyone may write to': `
    -- redis.conf --
    bind * -::*
    port 6379
    protected-mode no
    replicaof 10.0.0.5 6379
    masterauth secret
    replica-read-only no
    requirepass secret
  `,
  'an ACL file in which everyone may do everything': `
    -- redis.conf --
    bind 0.0.0.0
    protected-mode no
    aclfile /etc/redis/users.acl
    -- users.acl --
    user default on nopass ~* &* +@all
    user app on nopass ~* &* +@all
    user jobs on >jobs ~jobs:* +@all -@dangerous +eval +config|set
    user reader on >reader123 ~* +@read +keys
  `,
  'users in the configuration, and the default one forgotten': `
    -- redis.conf --
    port 6379
    user app on nopass ~app:* +@all
    user worker on >worker allkeys +@all -flushall
  `,
  'TLS by halves': `
    -- redis.conf --
    bind 0.0.0.0
    port 6379
    tls-port 6380
    tls-cert-file /etc/redis/tls/redis.crt
    tls-key-file /etc/redis/tls/redis.key
    tls-ca-cert-file /etc/redis/tls/ca.crt
    tls-auth-clients no
    tls-protocols "TLSv1 TLSv1.1 TLSv1.2"
    requirepass hunter2
  `,
  'renamed commands instead of passwords': `
    -- redis.conf --
    bind 127.0.0.1 10.0.0.5
    protected-mode no
    rename-command FLUSHALL ""
    rename-command CONFIG b840fc02d524045429941cc15f59e41cb7be6c52
    rename-command EVALL ""
    rename-command DEBUG ""
  `,
};

const SENTINEL = `
  -- sentinel.conf --
  bind 0.0.0.0
  port 26379
  protected-mode no
  sentinel monitor mymaster 127.0.0.1 6379 2
  sentinel auth-pass mymaster secret
  sentinel down-after-milliseconds mymaster 5000
  sentinel deny-scripts-reconfig no
`;

const DANGERS: readonly (readonly string[])[] = [
  ['FLUSHALL'],
  ['CONFIG', 'SET', 'dir', '/tmp'],
  ['EVAL', 'return 1', '0'],
  ['DEBUG', 'SLEEP', '0'],
  ['MODULE', 'LIST'],
  ['REPLICAOF', '127.0.0.1', '1'],
  ['KEYS', '*'],
  ['MONITOR'],
  ['ACL', 'SETUSER', 'tried'],
  ['SHUTDOWN', 'NOSAVE'],
];

await describeWithServers('who hardens by the light bulb alone', (servers) => {
  const server = nearestTo('redis-8.6', servers);

  test.for(Object.entries(BAD_FILES))('is left with a server that is closed: %s', async ([_name, drawn]) => {
    const hardened = await hardenByLightBulb(drawn, namesIn(drawn));
    await withHardened(hardened, async (connect) => {
      const stranger = await connect();
      for (const command of [['GET', 'app:1'], ['ACL', 'LIST'], ...DANGERS]) {
        expect([command, await refusalOf(stranger, command)]).toEqual([command, 'refused']);
      }
      expect(hardened.passwords.size).toBeGreaterThan(0);
      let administrators = 0;
      for (const [user, password] of hardened.passwords) {
        const client = await connect();
        expect([user, await client.ask('AUTH', user, password)]).toEqual([user, 'OK']);
        if (!isError(await client.ask('ACL', 'DRYRUN', 'default', 'PING'))) administrators++;
        else
          for (const command of DANGERS)
            expect([user, command, await refusalOf(client, command)]).toEqual([user, command, 'refused']);
      }
      // Nobody is locked out of a server of his own, and no two can do everything.
      expect([hardened.taken, administrators]).toEqual([hardened.taken, 1]);
    });
  });

  test('closes the plaintext port where TLS was asked for', async () => {
    const { texts } = await hardenByLightBulb(BAD_FILES['TLS by halves'], ['redis.conf']);
    expect(texts.get('redis.conf')).toMatch(/^bind 127\.0\.0\.1|^port 0$/m);
    expect(texts.get('redis.conf')).toMatch(/^tls-protocols "TLSv1.2 TLSv1.3"$/m);
  });

  test('is told what other servers have to change first', async () => {
    const { left } = await hardenByLightBulb(BAD_FILES['a replica that anyone may write to'], ['redis.conf']);
    expect(left).toContainEqual(expect.stringMatching(/^weak-password: /));
  });

  test('is left with a Sentinel that talks to nobody without a password', async () => {
    const hardened = await hardenByLightBulb(SENTINEL, ['sentinel.conf']);
    await withHardened(hardened, async (connect) => {
      const stranger = await connect();
      for (const command of [
        ['SENTINEL', 'MASTERS'],
        ['SENTINEL', 'SET', 'mymaster', 'notification-script', '/bin/true'],
      ]) {
        expect([command, await refusalOf(stranger, command)]).toEqual([command, 'refused']);
      }
      const client = await connect();
      expect(await client.ask('AUTH', hardened.passwords.get('default') ?? '')).toBe('OK');
      expect(await client.ask('SENTINEL', 'SET', 'mymaster', 'notification-script', '/bin/true')).toMatchObject({
        error: expect.stringContaining('denied'),
      });
    });
  });

  function withHardened(
    { texts }: HardenedByLightBulb,
    use: (connect: () => Promise<Connection>) => Promise<void>,
  ): Promise<void> {
    const files = [...texts].map(([name, text]) => ({ name, text, withheld: false, marks: [] }));
    return runnable(files)
      .then(requestFor)
      .then((request) =>
        withServer(server, request, async (running) => {
          const open: Connection[] = [];
          await use(async () => {
            const connection = await running.connect();
            open.push(connection);
            return connection;
          });
          for (const connection of open) connection.close();
        }),
      );
  }
});

async function refusalOf(connection: Connection, command: readonly string[]): Promise<string | Reply> {
  const reply = await connection.ask(...command);
  return isError(reply) && REFUSED.test(reply.error) ? 'refused' : reply;
}

const REFUSED = /^(?:NOAUTH|NOPERM|ERR unknown command|ERR (?:DEBUG|MODULE) command not allowed)/;

function namesIn(drawn: string): readonly string[] {
  return [...drawn.matchAll(/-- (\S+) --/g)].map(([, name = '']) => name);
}
