import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { NewRole } from '../../server/src/creation/choices.js';
import type { UserKind } from '../../server/src/creation/new-users.js';
import { type Certificates, certificates } from '../support/certificates.js';
import { COMBINATIONS, type Combination, passwordFor, textOfFile } from '../support/configuration-sets.js';
import { eventually } from '../support/eventually.js';
import { isFullRun } from '../support/random-share.js';
import { connectTo, type RunningSet, runningSet } from '../support/running-set.js';
import { CLOSED, connect, isError, type Reply } from '../support/servers/connection.js';
import { describeWithServers } from '../support/servers/requirements.js';

/** What each kind of application is there for; the keys are under the prefix `k`. */
const DUTY: Readonly<Record<UserKind, readonly string[]>> = {
  app: ['SET k:1 v', 'GET k:1', 'INCR k:n', 'DEL k:1'],
  cache: ['SET k:1 v EX 100', 'GET k:1', 'HSET k:h f v', 'DEL k:1'],
  session: ['SETEX k:1 100 v', 'GET k:1', 'EXPIRE k:1 50', 'DEL k:1'],
  producer: ['LPUSH k:jobs a b', 'XADD k:events * f v'],
  consumer: ['RPOP k:jobs', 'XLEN k:events', 'LPUSH k:jobs a'],
  'rate-limiter': ['INCR k:1', 'EXPIRE k:1 5'],
  analytics: ['GET k:1', 'TYPE k:1'],
};

/** Of each role two, the second with less to do where there is such a one. */
const USERS: Readonly<Record<NewRole, readonly string[]>> = {
  cache: ['main:cache:k', 'sums:analytics:k'],
  session: ['main:session:k', 'sums:analytics:k'],
  queue: ['jobs:producer:k', 'work:consumer:k'],
  primary: ['main:app:k', 'sums:analytics:k'],
  cluster: ['main:app:k', 'sums:analytics:k'],
};

const HARM = [
  ...['FLUSHALL', 'CONFIG GET *', 'CONFIG SET maxmemory 1', 'DEBUG SLEEP 0', 'KEYS *', 'ACL LIST', 'SHUTDOWN'],
  ...['EVAL return(1) 0', 'SCRIPT FLUSH', 'GET other:1', 'REPLICAOF NO ONE'],
];
const FUNCTIONS = ['EVAL_RO return(1) 0', 'FUNCTION LIST', 'FUNCTION FLUSH', 'FCALL f 0'];

await describeWithServers('a new configuration on real servers', (servers) => {
  let drawn: Certificates;
  beforeAll(async () => {
    drawn = await certificates();
  });

  for (const [index, server] of servers.entries()) {
    describe(server.target, () => {
      let set: RunningSet;
      afterEach(() => set.stop());

      test.each(shareOf(COMBINATIONS, index))(
        '$name: closed to strangers, open to users for what they do',
        async (wishes) => {
          set = await runningSet(server, { ...wishes, users: USERS[wishes.role ?? 'primary'] }, drawn);
          const { role, replica } = set.made.choices;
          await set.start('primary');
          await expectClosed(set, drawn);
          if (role === 'cluster') await takeAllSlots(set);
          if (replica) await expectFollowing(set);
          await expectServing(set, !server.target.startsWith('redis-6'));
        },
      );

      test.each(failovers(index))(
        '$name: Sentinel makes the replica the primary, and tells clients',
        async (wishes) => {
          set = await runningSet(server, wishes, drawn);
          const { ports } = set;
          const primary = await set.start('primary');
          await expectFollowing(set);
          await set.start('sentinel');
          const client = (...command: string[]) => asClientOfSentinel(set, command);
          await eventually(() => client('SENTINEL', 'replicas', 'mymaster'), new RegExp(`${ports.replica}`));
          // The Sentinel of 6.0 has no users, so that its clients can do all that it can.
          if (server.target !== 'redis-6.0') expect(await client('SENTINEL', 'REMOVE', 'mymaster')).toEqual(DENIED);
          await primary.stop();
          const address = () => client('SENTINEL', 'get-master-addr-by-name', 'mymaster');
          await eventually(address, new RegExp(`${ports.replica}`));
          await eventually(() => set.ask(ports.replica, 'ops-admin', 'INFO', 'replication'), /^role:master\r?$/m);
          expect(await set.ask(ports.replica, 'ops-admin', 'SET', 'any', 'thing')).toBe('OK');
        },
      );
    });
  }
});

const PROTECTED = { error: expect.stringContaining('protected') };
const DENIED = { error: expect.stringMatching(/^NOPERM|^ERR DEBUG command not allowed/) };

/** All of them in a full run; otherwise every seventh, so that the servers together have all. */
function shareOf(all: readonly Combination[], index: number): readonly Combination[] {
  return isFullRun() ? all : all.filter((_, at) => at % 7 === index % 7);
}

function failovers(index: number): readonly Combination[] {
  const all = COMBINATIONS.filter(({ sentinel }) => sentinel);
  return isFullRun() ? all : all.filter((_, at) => at % all.length === (index * 5) % all.length);
}

/** @param has7 whether the server knows functions and a lock on where it writes, as from Redis 7.0 on */
async function expectServing(set: RunningSet, has7: boolean): Promise<void> {
  for (const { name, kind } of set.made.choices.users) {
    await expectAllowed(set, name, DUTY[kind]);
    await expectDenied(set, name, has7 ? [...HARM, ...FUNCTIONS] : HARM);
  }
  await expectAllowed(set, 'metrics', ['PING', 'INFO', 'SLOWLOG LEN', 'LATENCY LATEST']);
  await expectDenied(set, 'metrics', ['GET k:1', 'CONFIG GET *', 'FLUSHALL']);
  await expectAllowed(set, 'health', ['PING']);
  await expectDenied(set, 'health', ['INFO', 'GET k:1']);
  await expectAllowed(set, 'ops-admin', ['CONFIG GET maxclients', 'ACL LIST', 'KEYS *', 'FLUSHALL']);
  if (has7) expect(await ask(set, 'ops-admin', 'CONFIG SET dir /tmp')).toEqual(PROTECTED);
}

async function expectAllowed(set: RunningSet, user: string, commands: readonly string[]): Promise<void> {
  for (const command of commands) expect(isError(await ask(set, user, command)), `${user}: ${command}`).toBe(false);
}

async function expectDenied(set: RunningSet, user: string, commands: readonly string[]): Promise<void> {
  for (const command of commands) expect(await ask(set, user, command), `${user}: ${command}`).toEqual(DENIED);
}

function ask(set: RunningSet, user: string, command: string): Promise<Reply> {
  return set.ask(set.ports.primary, user, ...command.split(' '));
}

/** What strangers try first: no login, a guess, the digest out of the file, no TLS, no certificate, another one's. */
async function expectClosed(
  { made, ports: { primary }, connect: open }: RunningSet,
  drawn: Certificates,
): Promise<void> {
  const stranger = await open(primary);
  const [digest = ''] = /(?<=#)[0-9a-f]{64}/.exec(textOfFile(made, 'users.acl')) ?? [];
  expect(createHash('sha256').update(passwordFor(made, 'ops-admin')).digest('hex')).toBe(digest);
  for (const command of [['PING'], ['INFO'], ['SET', 'k', 'v'], ['FLUSHALL']]) {
    expect(await stranger.ask(...command)).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
  }
  for (const login of [['ops-admin', digest], ['ops-admin', ''], ['default', ''], ['']]) {
    expect(isError(await stranger.ask('AUTH', ...login))).toBe(true);
  }
  stranger.close();
  if (made.choices.tls === 'none') return;
  const plain = await connect({ host: '127.0.0.1', port: primary });
  expect(await plain.ask('PING')).toEqual(CLOSED);
  if (made.choices.tls === 'password') return;
  for (const certificate of [undefined, drawn.foreign, drawn.expired, drawn.serverOnly]) {
    const connection = await connectTo(primary, made, drawn, certificate).catch(() => undefined);
    expect((await connection?.ask('PING')) ?? CLOSED).toEqual(CLOSED);
  }
}

/** A cluster of one node, which answers once all slots are its own. */
async function takeAllSlots(set: RunningSet): Promise<void> {
  const slots = Array.from({ length: 16_384 }, (_, slot) => `${slot}`);
  expect(await set.ask(set.ports.primary, 'ops-admin', 'CLUSTER', 'ADDSLOTS', ...slots)).toBe('OK');
  await eventually(() => set.ask(set.ports.primary, 'metrics', 'CLUSTER', 'INFO'), /^cluster_state:ok\r?$/m);
}

/** Starts the replica and waits until it holds what the primary holds; some primaries take no writes before. */
async function expectFollowing(set: RunningSet): Promise<void> {
  const { primary, replica } = set.ports;
  await set.start('replica');
  await eventually(() => set.ask(replica, 'ops-admin', 'INFO', 'replication'), /^master_link_status:up\r?$/m);
  await eventually(() => set.ask(primary, 'ops-admin', 'SET', 'k:first', 'v'), /^OK$/);
  await eventually(() => set.ask(replica, 'ops-admin', 'GET', 'k:first'), /^v$/);
}

/** Asks a Sentinel what clients ask: with the password that was shown, or in 6.0 with the one in its file. */
async function asClientOfSentinel({ made, ports, connect: open }: RunningSet, command: string[]): Promise<Reply> {
  const connection = await open(ports.sentinel);
  expect(isError(await connection.ask('SENTINEL', 'masters')), 'a stranger').toBe(true);
  const [shared] = /(?<=^requirepass )\S+/m.exec(textOfFile(made, 'sentinel.conf')) ?? [];
  const login = shared === undefined ? ['sentinel-client', passwordFor(made, 'sentinel-client')] : [shared];
  expect(await connection.ask('AUTH', ...login)).toBe('OK');
  const reply = await connection.ask(...command);
  connection.close();
  return reply;
}
