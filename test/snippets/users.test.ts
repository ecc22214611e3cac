import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hardened, passwordOf } from '../support/hardened-files.js';
import type { Connection, Reply } from '../support/servers/connection.js';
import { type RunningServer, startServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';

const USERS = [
  'Default user off',
  'Administrator',
  'Application user: cache',
  'Application user: session store',
  'Application user: queue producer',
  'Application user: queue consumer',
  'Application user: rate limiter with Lua',
  'Read-only user: analytics',
  'Service user: metrics exporter',
  'Service user: health check',
  'Service user: replication',
  'Service user: Sentinel',
];

/** What no application may do, in the order of the harm. */
const HARM = `
  FLUSHALL
  FLUSHDB
  SWAPDB 0 1
  SHUTDOWN NOSAVE
  CONFIG GET requirepass
  CONFIG SET maxmemory 1
  CONFIG REWRITE
  ACL LIST
  ACL SETUSER me on nopass +@all ~*
  MODULE LIST
  REPLICAOF NO ONE
  SLAVEOF 127.0.0.1 1
  PSYNC ? -1
  MONITOR
  DEBUG SLEEP 0
  MIGRATE 127.0.0.1 1 cache:k 0 1
  RESTORE cache:r 0 x
  SAVE
  BGREWRITEAOF
  CLUSTER RESET
  CLIENT KILL TYPE normal
  CLIENT LIST
  CLIENT PAUSE 1
  CLIENT TRACKING ON
  SLOWLOG GET
  LATENCY RESET
  SCRIPT FLUSH
  KEYS *
  SCAN 0
  RANDOMKEY
  DBSIZE
  SORT cache:l
  PUBLISH cache:c m
  SUBSCRIBE cache:c
`;

const LUA = `
  EVAL return(1) 0
  EVALSHA 0000000000000000000000000000000000000000 0
  SCRIPT LOAD return(1)
`;

const LUA_SINCE_7 = `
  EVAL_RO return(1) 0
  FUNCTION LIST
  FUNCTION FLUSH
  FCALL f 0
`;

await describeWithServers('the users of the snippets', (servers) => {
  for (const server of servers) {
    describe(server.target, () => {
      const is6 = server.target.startsWith('redis-6');
      let running: RunningServer;
      beforeAll(async () => {
        const names = is6 ? ['Default user off, without any rights', ...USERS.slice(1)] : USERS;
        const users = hardened(server.target, names, { port: 1 });
        // DEBUG is let in by the server, so that it is the ACL rules which refuse it.
        const conf = is6 ? 'aclfile users.acl\n' : 'aclfile users.acl\nenable-debug-command yes\n';
        const files = { 'redis.conf': conf, 'users.acl': users };
        const started = await startServer(server, { files, config: 'redis.conf' });
        if ('verdict' in started) throw new Error(JSON.stringify(started));
        running = started;
      });
      afterAll(() => running?.stop());

      const denied = async (user: string, commands: string) => {
        const answers = await ask(user, commands);
        expect(answers.filter(({ reply }) => !isDenial(reply))).toEqual([]);
      };
      const allowed = async (user: string, commands: string) => {
        const answers = await ask(user, commands);
        expect(answers.filter(({ reply }) => isError(reply))).toEqual([]);
      };
      const ask = async (user: string, commands: string) => {
        const connection = await loggedIn(user);
        const answers: { command: string; reply: Reply }[] = [];
        for (const command of commands
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)) {
          answers.push({ command, reply: await connection.ask(...command.split(' ')) });
        }
        connection.close();
        return answers;
      };
      const loggedIn = async (user: string): Promise<Connection> => {
        const connection = await running.connect();
        expect(await connection.ask('AUTH', user, passwordOf(user))).toBe('OK');
        return connection;
      };

      test.each([
        'cache-app',
        'session-app',
        'queue-producer',
        'queue-consumer',
        'analytics',
        'metrics',
        'health',
        'replica',
      ])('%s can do no harm', async (user) => {
        const harm = `${HARM}${LUA}${is6 ? '' : LUA_SINCE_7}`;
        const duty = user === 'replica' ? /^\s*PSYNC.*$/gm : /$^/;
        await denied(user, harm.replace(duty, ''));
      });

      test('a cache has its own keys and no others', async () => {
        await allowed(
          'cache-app',
          `
          PING
          SELECT 0
          CLIENT SETNAME cache
          SET cache:k v EX 100
          GET cache:k
          INCR cache:n
          HSET cache:h f v
          LPUSH cache:l a
          ZADD cache:z 1 a
          SADD cache:s a
          PFADD cache:p a
          GEOADD cache:g 1 1 a
          MULTI
          MSET cache:a 1 cache:b 2
          EXEC
          EXPIRE cache:h 100
          TTL cache:h
          DEL cache:l
          UNLINK cache:s
        `,
        );
        await denied(
          'cache-app',
          `
          GET session:k
          SET other v
          MGET cache:k secret
          BLPOP cache:l 1
          ZUNIONSTORE cache:z 1 secret
        `,
        );
      });

      test('a session store has its own sessions', async () => {
        await allowed(
          'session-app',
          `
          SETEX session:1 100 data
          GET session:1
          HSET session:2 user 7
          HGETALL session:2
          EXPIRE session:2 100
          MULTI
          DEL session:1
          EXEC
        `,
        );
        await denied(
          'session-app',
          `
          GET cache:k
          LPUSH session:l a
        `,
        );
      });

      test('a producer adds, a consumer takes', async () => {
        await allowed(
          'queue-producer',
          `
          LPUSH queue:jobs 1 2 3
          XADD queue:events * kind order
          XADD queue:events * kind order
        `,
        );
        await denied(
          'queue-producer',
          `
          RPOP queue:jobs
          LRANGE queue:jobs 0 -1
          DEL queue:jobs
          XRANGE queue:events - +
        `,
        );
        const admin = await loggedIn('ops-admin');
        expect(await admin.ask('XGROUP', 'CREATE', 'queue:events', 'workers', '0')).toBe('OK');
        admin.close();
        await allowed(
          'queue-consumer',
          `
          RPOP queue:jobs
          BRPOPLPUSH queue:jobs queue:working 1
          LREM queue:working 1 1
          XREADGROUP GROUP workers me COUNT 1 STREAMS queue:events >
          XPENDING queue:events workers
          XACK queue:events workers 0-1
          XLEN queue:events
        `,
        );
        await denied(
          'queue-consumer',
          `
          LPUSH other 1
          DEL queue:jobs
          XGROUP DESTROY queue:events workers
        `,
        );
      });

      test('a rate limiter runs scripts, which may do no more than itself', async () => {
        await denied('rate-limiter', HARM);
        const limiter = await loggedIn('rate-limiter');
        const script = "local n = redis.call('incr', KEYS[1]) redis.call('expire', KEYS[1], 60) return n";
        expect(await limiter.ask('EVAL', script, '1', 'ratelimit:ip')).toBe(1);
        const digest = String(await limiter.ask('SCRIPT', 'LOAD', script));
        expect(await limiter.ask('EVALSHA', digest, '1', 'ratelimit:ip')).toBe(2);
        for (const way of [
          "redis.call('flushall')",
          "redis.call('get', 'cache:k')",
          "redis.call('config', 'get', '*')",
        ]) {
          expect(isError(await limiter.ask('EVAL', `return ${way}`, '0'))).toBe(true);
        }
        limiter.close();
        if (!is6) await denied('rate-limiter', LUA_SINCE_7.replace(/^\s*EVAL_RO.*$/m, ''));
      });

      test('analytics reads what is under its prefix and writes nothing', async () => {
        const admin = await loggedIn('ops-admin');
        expect(await admin.ask('SET', 'app:k', 'v')).toBe('OK');
        admin.close();
        await allowed(
          'analytics',
          `
          GET app:k
          TYPE app:k
          STRLEN app:k
          PING
        `,
        );
        await denied(
          'analytics',
          `
          GET secret
          SET app:k w
          DEL app:k
          EXPIRE app:k 1
          GETSET app:k w
          COPY app:k app:copy
        `.replace(is6 ? /^\s*COPY.*$/m : /$^/, ''),
        );
      });

      test('an exporter sees counters, and neither keys nor values nor settings', async () => {
        await allowed(
          'metrics',
          `
          PING
          INFO all
          CLIENT SETNAME exporter
          SLOWLOG LEN
          LATENCY LATEST
        `,
        );
        await denied(
          'metrics',
          `
          GET app:k
          SELECT 1
          CONFIG GET *
        `,
        );
      });

      test('a health check may PING', async () => {
        await allowed('health', 'PING');
        await denied('health', 'INFO\nGET app:k\nCLIENT ID');
      });

      test('the administrator may do everything', async () => {
        await allowed(
          'ops-admin',
          `
          CONFIG GET maxmemory
          ACL LIST
          SCRIPT FLUSH
          KEYS *
          FLUSHALL
        `,
        );
      });

      test('nobody is the default user', async () => {
        const stranger = await running.connect();
        expect(await stranger.ask('PING')).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
        stranger.close();
      });
    });
  }
});

function isError(reply: Reply): boolean {
  return typeof reply === 'object' && reply !== null && 'error' in reply;
}

function isDenial(reply: Reply): boolean {
  return typeof reply === 'object' && reply !== null && 'error' in reply && reply.error.startsWith('NOPERM');
}
