import type { Harm } from '../../server/src/model/harms.js';
import { type Connection, isError, type Reply } from './servers/connection.js';
import type { RunningServer } from './servers/real-server.js';

/** A server under attack: by whom, and who looks at what came of it. */
export interface Siege {
  readonly admin: Connection;
  readonly running: RunningServer;
  /** A new connection of the attacker's, logged in; undefined where that is refused. */
  logIn(): Promise<Connection | undefined>;
}

/** Really tries a harm in every way there is, with payloads that hurt nobody; tells whether one of them worked. */
export async function tryHarm(harm: Harm, siege: Siege): Promise<boolean> {
  for (const trial of TRIALS[harm]) {
    await putVictimsBack(siege.admin);
    const connection = await siege.logIn();
    if (connection === undefined) return false;
    const worked = await trial((...command) => ask(command, connection), siege);
    connection.close();
    if (worked) return true;
  }
  return false;
}

/** Harms in an order in which the one does not keep the next from being tried; the last one ends the server. */
export const TRIED_IN_ORDER: readonly Harm[] = [
  'read-all-data',
  'write-any-key',
  'run-lua',
  'read-secrets',
  'load-module',
  'write-server-files',
  'freeze-server',
  'change-permissions',
  'delete-all-data',
  'watch-traffic',
  'copy-dataset',
  'become-replica',
  'stop-server',
];

type Ask = (...command: readonly string[]) => Promise<Reply>;
type Trial = (ask: Ask, siege: Siege) => Promise<boolean>;

/** Keys that no pattern of the tests was written for. */
const VICTIMS = ['0kq9', 'zz:7:other'];
const SECRET = 'a-value-that-nobody-guesses';
const FUNCTION = '#!lua name=tried\nredis.register_function("tried", function() return 4242 end)';

const TRIALS: Readonly<Record<Harm, readonly Trial[]>> = {
  'read-all-data': [
    reading((key) => ['GET', key]),
    reading((key) => ['MGET', key]),
    reading((key) => ['GETRANGE', key, '0', '-1']),
    reading((key) => ['SUBSTR', key, '0', '-1']),
    reading((key) => ['GETEX', key]),
    reading((key) => ['DUMP', key]),
    reading((key) => ['SET', key, 'x', 'GET']),
    reading((key) => ['GETSET', key, 'x']),
    reading((key) => ['GETDEL', key]),
  ],
  'write-any-key': [
    writing((key) => ['SET', key, 'written']),
    writing((key) => ['MSET', key, 'written']),
    writing((key) => ['SETEX', key, '1000', 'written']),
    writing((key) => ['PSETEX', key, '1000000', 'written']),
    writing((key) => ['GETSET', key, 'written']),
    writing((key) => ['APPEND', key, 'written']),
    writing((key) => ['SETRANGE', key, '0', 'written']),
    onEveryVictim((key) => ['RESTORE', key, '0', 'bad payload', 'REPLACE'], saying(/payload version or checksum/)),
  ],
  'delete-all-data': [emptying('FLUSHALL'), emptying('FLUSHDB')],
  'run-lua': [
    once(['EVAL', 'return 4242', '0'], (reply) => reply === 4242),
    once(['EVAL_RO', 'return 4242', '0'], (reply) => reply === 4242),
    byHash('EVALSHA'),
    byHash('EVALSHA_RO'),
    once(['FUNCTION', 'LOAD', FUNCTION], isTaken),
    once(['FUNCTION', 'RESTORE', 'bad payload'], saying(/payload version or checksum/)),
  ],
  'write-server-files': [once(['CONFIG', 'SET', 'dir', '/tmp'], isTaken)],
  'freeze-server': [
    once(['DEBUG', 'SLEEP', '0.01'], isTaken),
    once(['EVAL', 'for i = 1, 100000 do end return 4242', '0'], (reply) => reply === 4242),
    once(['EVAL_RO', 'for i = 1, 100000 do end return 4242', '0'], (reply) => reply === 4242),
    byHash('EVALSHA'),
    byHash('EVALSHA_RO'),
    once(['CLIENT', 'PAUSE', '10'], isTaken),
  ],
  'stop-server': [ending('SHUTDOWN', 'NOSAVE'), ending('DEBUG', 'SEGFAULT')],
  'load-module': [
    once(['MODULE', 'LOAD', '/nowhere.so'], saying(/Error loading the extension/)),
    once(['MODULE', 'LOADEX', '/nowhere.so'], saying(/Error loading the extension/)),
  ],
  'change-permissions': [
    once(['ACL', 'SETUSER', 'tried'], isTaken),
    once(['ACL', 'DELUSER', 'nobody'], isTaken),
    // With no password the default user can go on to be attacked as.
    once(['CONFIG', 'SET', 'requirepass', ''], isTaken),
  ],
  'read-secrets': [
    once(['CONFIG', 'GET', 'requirepass'], isTaken),
    once(['ACL', 'GETUSER', 'default'], isTaken),
    once(['ACL', 'LIST'], isTaken),
  ],
  'become-replica': [once(['REPLICAOF', '127.0.0.1', '1'], isTaken), once(['SLAVEOF', '127.0.0.1', '1'], isTaken)],
  'copy-dataset': [
    streaming('PSYNC', '?', '-1'),
    streaming('SYNC'),
    onEveryVictim((key) => ['MIGRATE', '127.0.0.1', '1', key, '0', '10'], saying(/^IOERR|timeout/i)),
  ],
  'watch-traffic': [once(['MONITOR'], isTaken)],
};

function once(command: readonly string[], worked: (reply: Reply) => boolean): Trial {
  return async (send) => worked(await send(...command));
}

function onEveryVictim(command: (key: string) => readonly string[], worked: (reply: Reply) => boolean): Trial {
  return async (send) => {
    for (const key of VICTIMS) if (!worked(await send(...command(key)))) return false;
    return true;
  };
}

function reading(command: (key: string) => readonly string[]): Trial {
  return onEveryVictim(command, (reply) => JSON.stringify(reply).includes(SECRET));
}

function writing(command: (key: string) => readonly string[]): Trial {
  return async (send, { admin }) => {
    for (const key of VICTIMS) {
      await send(...command(key));
      if (!String(await admin.ask('GET', key)).includes('written')) return false;
    }
    return true;
  };
}

function emptying(command: string): Trial {
  return async (send, { admin }) => {
    await send(command);
    return (await admin.ask('DBSIZE')) === 0;
  };
}

function byHash(command: string): Trial {
  return async (send) => {
    const hash = await send('SCRIPT', 'LOAD', 'return 4242');
    return !isError(hash) && (await send(command, String(hash), '0')) === 4242;
  };
}

/** The server answers with data without end, or has no data yet as long as it is a replica without its primary. */
function streaming(...command: readonly string[]): Trial {
  return async (send) => {
    const silence = new Promise<Reply>((resolve) => setTimeout(() => resolve('silence'), 300));
    const reply = await Promise.race([send(...command), silence]);
    return !isError(reply) || reply.error.startsWith('NOMASTERLINK');
  };
}

function ending(...command: readonly string[]): Trial {
  return async (send, { running }) => {
    const reply = await send(...command);
    if (!isError(reply) || reply.error !== 'connection closed') return false;
    await running.ended();
    return true;
  };
}

function isTaken(reply: Reply): boolean {
  return !isError(reply);
}

function saying(text: RegExp): (reply: Reply) => boolean {
  return (reply) => isError(reply) && text.test(reply.error);
}

/** A replica that takes no writes is made to take them first, if the attacker may. */
async function ask(command: readonly string[], connection: Connection): Promise<Reply> {
  const reply = await connection.ask(...command);
  if (!isError(reply) || !reply.error.startsWith('READONLY')) return reply;
  for (const opening of [
    ['REPLICAOF', 'NO', 'ONE'],
    ['SLAVEOF', 'NO', 'ONE'],
    ['CONFIG', 'SET', 'replica-read-only', 'no'],
  ]) {
    if (!isError(await connection.ask(...opening))) return connection.ask(...command);
  }
  return reply;
}

async function putVictimsBack(admin: Connection): Promise<void> {
  const set = VICTIMS.map((key) => ['SET', key, SECRET]);
  const replies = await admin.askAll(set);
  if (!replies.some(isError)) return;
  await admin.askAll([
    ['CONFIG', 'SET', 'replica-read-only', 'no'],
    ...set,
    ['CONFIG', 'SET', 'replica-read-only', 'yes'],
  ]);
}
