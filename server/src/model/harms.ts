/** What somebody can do to a server and its data, as `threats` tells it. */
export const HARMS = [
  'read-all-data',
  'write-any-key',
  'delete-all-data',
  'run-lua',
  'write-server-files',
  'freeze-server',
  'stop-server',
  'load-module',
  'change-permissions',
  'read-secrets',
  'become-replica',
  'copy-dataset',
  'watch-traffic',
] as const;

export type Harm = (typeof HARMS)[number];

/** What a server asks beyond ACL rules before it does as told. */
export type Gate =
  /** `enable-debug-command`, from 7.0 on. */
  | 'debug-command'
  /** `enable-module-command`, from 7.0 on. */
  | 'module-command'
  /** `enable-protected-configs` for `dir` and `dbfilename`, from 7.0 on. */
  | 'protected-configs'
  /** A replica takes no writes, unless `replica-read-only no`. */
  | 'not-a-read-only-replica'
  /** `REPLICAOF` is for servers outside of a cluster, `CLUSTER REPLICATE` for those in one. */
  | 'not-a-cluster'
  | 'a-cluster';

/** One way to do a harm: every one of the commands has to be allowed. */
export interface Way {
  /** As people write it: `CONFIG SET dir`. */
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  readonly gates: readonly Gate[];
}

/** Keys that hardly any pattern was written for: who may use both may use any. */
export const ANY_KEYS = ['0kq9', 'zz:7:other'] as const;

/** The ways to do each harm, the usual one first. */
export const WAYS: Readonly<Record<Harm, readonly Way[]>> = {
  'read-all-data': [
    onAnyKey('GET', (key) => ['get', key]),
    onAnyKey('MGET', (key) => ['mget', key]),
    onAnyKey('GETRANGE', (key) => ['getrange', key, '0', '-1']),
    onAnyKey('SUBSTR', (key) => ['substr', key, '0', '-1']),
    onAnyKey('DUMP', (key) => ['dump', key]),
    onAnyKey('GETEX', (key) => ['getex', key], ['not-a-read-only-replica']),
    onAnyKey('GETDEL', (key) => ['getdel', key], ['not-a-read-only-replica']),
    onAnyKey('GETSET', (key) => ['getset', key, 'x'], ['not-a-read-only-replica']),
    onAnyKey('SET with GET', (key) => ['set', key, 'x', 'GET'], ['not-a-read-only-replica']),
  ],
  'write-any-key': [
    writing('SET', (key) => ['set', key, 'x']),
    writing('MSET', (key) => ['mset', key, 'x']),
    writing('SETEX', (key) => ['setex', key, '1000', 'x']),
    writing('PSETEX', (key) => ['psetex', key, '1000000', 'x']),
    writing('GETSET', (key) => ['getset', key, 'x']),
    writing('APPEND', (key) => ['append', key, 'x']),
    writing('SETRANGE', (key) => ['setrange', key, '0', 'x']),
    writing('RESTORE', (key) => ['restore', key, '0', 'x', 'REPLACE']),
  ],
  'delete-all-data': [
    way('FLUSHALL', [['flushall']], ['not-a-read-only-replica']),
    way('FLUSHDB', [['flushdb']], ['not-a-read-only-replica']),
  ],
  'run-lua': [
    way('EVAL', [['eval', 'return 1', '0']]),
    way('EVAL_RO', [['eval_ro', 'return 1', '0']]),
    loaded('EVALSHA', 'evalsha'),
    loaded('EVALSHA_RO', 'evalsha_ro'),
    way('FUNCTION LOAD', [['function', 'load', 'x']], ['not-a-read-only-replica']),
    way('FUNCTION RESTORE', [['function', 'restore', 'x']], ['not-a-read-only-replica']),
  ],
  'write-server-files': [way('CONFIG SET dir', [['config', 'set', 'dir', '.']], ['protected-configs'])],
  'freeze-server': [
    way('DEBUG SLEEP', [['debug', 'sleep', '1']], ['debug-command']),
    way('CLIENT PAUSE', [['client', 'pause', '1000']]),
    way('EVAL', [['eval', 'return 1', '0']]),
    way('EVAL_RO', [['eval_ro', 'return 1', '0']]),
    loaded('EVALSHA', 'evalsha'),
    loaded('EVALSHA_RO', 'evalsha_ro'),
  ],
  'stop-server': [
    way('SHUTDOWN', [['shutdown', 'nosave']]),
    way('DEBUG SEGFAULT', [['debug', 'segfault']], ['debug-command']),
  ],
  'load-module': [
    way('MODULE LOAD', [['module', 'load', 'x.so']], ['module-command']),
    way('MODULE LOADEX', [['module', 'loadex', 'x.so']], ['module-command']),
  ],
  'change-permissions': [
    way('ACL SETUSER', [['acl', 'setuser', 'x']]),
    way('ACL DELUSER', [['acl', 'deluser', 'x']]),
    way('CONFIG SET requirepass', [['config', 'set', 'requirepass', 'x']]),
  ],
  'read-secrets': [
    way('CONFIG GET', [['config', 'get', 'requirepass']]),
    way('ACL GETUSER', [['acl', 'getuser', 'default']]),
    way('ACL LIST', [['acl', 'list']]),
  ],
  'become-replica': [
    way('REPLICAOF', [['replicaof', '127.0.0.1', '1']], ['not-a-cluster']),
    way('SLAVEOF', [['slaveof', '127.0.0.1', '1']], ['not-a-cluster']),
    way(
      'CLUSTER MEET and REPLICATE',
      [
        ['cluster', 'meet', '127.0.0.1', '1'],
        ['cluster', 'replicate', 'x'],
      ],
      ['a-cluster'],
    ),
  ],
  'copy-dataset': [
    way('PSYNC', [['psync', '?', '-1']]),
    way('SYNC', [['sync']]),
    onAnyKey('MIGRATE', (key) => ['migrate', '127.0.0.1', '1', key, '0', '10'], ['not-a-read-only-replica']),
  ],
  'watch-traffic': [way('MONITOR', [['monitor']])],
};

/** Commands that tell which keys there are: without one of them names have to be guessed. */
export const ENUMERATING: readonly Way[] = [
  way('KEYS', [['keys', '*']]),
  way('SCAN', [['scan', '0']]),
  way('RANDOMKEY', [['randomkey']]),
];

function way(name: string, commands: Way['commands'], gates: readonly Gate[] = []): Way {
  return { name, commands, gates };
}

function onAnyKey(name: string, command: (key: string) => readonly string[], gates: readonly Gate[] = []): Way {
  return { name, commands: ANY_KEYS.map(command), gates };
}

function writing(name: string, command: (key: string) => readonly string[]): Way {
  return onAnyKey(name, command, ['not-a-read-only-replica']);
}

/** A script by its hash has to be there first. */
function loaded(name: string, command: string): Way {
  return way(`SCRIPT LOAD and ${name}`, [
    ['script', 'load', 'return 1'],
    [command, 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db', '0'],
  ]);
}
