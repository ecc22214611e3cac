import { at, type Dated } from './availability.js';
import type { Target, TargetName } from './target.js';
import type { EventLetters } from './values/keyspace-events.js';
import type { MemoryReading } from './values/memory.js';
import type { FractionReading } from './values/percentiles.js';

/** How a release reads files, where releases differ. Facts of single directives are in the catalogue. */
export interface Behaviour {
  /** `a"b"c`: refused, or one word. */
  readonly textAfterQuote: 'refused' | 'joined';
  /** The byte 0xFF in a word. */
  readonly byte255: 'kept' | 'dropped';
  /** A directive of several arguments that is given one splits that one again: `save "900 1"`. */
  readonly loneArgument: 'as-written' | 'split-again';
  /** A name that no server knows might be a module's: Redis 8 queues it, as long as it has an argument. */
  readonly unknownNames: 'refused' | 'queued';
  /** The same for a name with a dot in it, from Redis 7.0 on. */
  readonly dottedNames: 'refused' | 'queued';
  /** What the server says of queued names that no module claims: the names as well, or only that there are some. */
  /** What `loadmodule ""` is told. */
  readonly namelessModuleComplaint: string;
  readonly localeComplaint: 'with-name' | 'without-name';
  /** What `aclfile` beside `user` lines is told. */
  readonly twoUserSourcesComplaint: string;
  readonly unclaimedNames: 'listed-together' | 'first-named' | 'unnamed';
  readonly includePatterns: 'expanded' | 'literal';
  /** `include -` */
  readonly loneDash: 'standard-input' | 'a-file';
  readonly memory: MemoryReading;
  readonly choiceComplaint: string;
  /** When the built-in `save` points go: with any file, with the first `save` of each file read, or with the first. */
  readonly savePoints: 'dropped-by-any-file' | 'dropped-in-each-file' | 'dropped-once';
  /** Whether `cluster-enabled` with `replicaof` is complained of at the line of the latter. */
  readonly replicaInCluster: 'at-its-line' | 'without-line';
  readonly replicaPortComplaint: string;
  readonly addressCountComplaint: string;
  /** What stands in the log when a socket cannot be opened: the address (6.0), or the port and which it is. */
  readonly listenComplaint: 'address' | 'port-upper-case' | 'port-lower-case';
  /** The order in which sockets are opened. */
  readonly unixSocket: 'before-tls' | 'after-tls';
  /** What becomes of a path for a Unix socket that is longer than 107 bytes. */
  readonly longSocketPath: 'refused' | 'cut';
  /** When the port of the cluster bus is looked at: before users are loaded, or after the other sockets were opened. */
  readonly clusterPortCheck: 'before-users' | 'after-sockets';
  readonly clusterPortComplaint: string;
  /** How carefully the readers of 6.x look at `save`, `client-output-buffer-limit` and `unixsocketperm`. */
  readonly oldReaders: 'loose' | 'strict';
  /** What a NUL byte does to passwords. */
  readonly binaryTexts: 'cut' | 'kept';
  /** Bytes that `requirepass` may have. */
  readonly longestPassword: 512 | 'any';
  /** What `dir ""` is told; in 6.x without a line. */
  readonly emptyFolderComplaint: string;
  /** What becomes of `hz` outside of 1 to 500. */
  readonly highFrequency: 'clipped' | 'kept';
  /** What becomes of more than 16 `io-threads`. */
  readonly manyThreads: 'clipped' | 'kept';
  readonly fractions: FractionReading;
  readonly keyspaceEvents: EventLetters;
  /** Bytes that `cluster-announce-human-nodename` refuses. */
  readonly forbiddenInNodeName: string;
  /** What `cluster-announce-ip` has to be. */
  readonly announcedIp: 'anything' | 'an-address' | 'a-plain-name';
  /** `-10.0.0.5` in `bind`: an address that may be absent; 6.0 takes the minus for a part of the name. */
  readonly optionalAddresses: 'known' | 'unknown';
  /** Protected mode is over as soon as a file has a `bind` line (6.x), or holds whatever it says. */
  readonly protectedMode: 'ends-with-bind' | 'holds';
  /** What comes first after reading: modules and users, or sockets and TLS. */
  readonly startOrder: 'users-first' | 'sockets-first';
}

/** The behaviour of a target; made once. */
export function behaviourOf(target: Target): Behaviour {
  const known = behaviours.get(target.name);
  if (known !== undefined) return known;
  const behaviour = build(target.name);
  behaviours.set(target.name, behaviour);
  return behaviour;
}

const behaviours = new Map<TargetName, Behaviour>();

const FROM_7 = 'redis 7.0+ valkey 7.2+';
const FROM_7_2 = 'redis 7.2+ valkey 7.2+';

function portTooHigh(product: string, limit: string): string {
  return (
    `${product} port number too high. Cluster communication port is 10,000 port numbers higher than your ${product} ` +
    `port. Your ${product} port number must be ${limit}.`
  );
}

function twoUserSources(product: string, file: string): string {
  return (
    `Configuring ${product} with users defined in ${file} and at the same setting an ACL file path is invalid. This ` +
    'setup is very likely to lead to configuration errors and security holes, please define either an ACL file or ' +
    `declare users directly in your ${file}, but not both.`
  );
}

const OLD_EVENTS = "Invalid event class character. Use 'g$lshzxeA'.";
const NEW_EVENTS = "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.";

/** Control characters, the blank and DEL. */
const UNPRINTABLE = `${String.fromCharCode(...Array.from({ length: 0x20 }, (_, i) => i + 1))}\x7f`;

/** For each difference the first entry that holds for the target; `all` stands last. */
const FACTS: { readonly [Fact in keyof Behaviour]: Dated<Behaviour[Fact]> } = {
  textAfterQuote: {
    dated: [
      { in: 'valkey 9.1+', value: 'joined' },
      { in: 'all', value: 'refused' },
    ],
  },
  byte255: {
    dated: [
      { in: 'valkey 8.1+', value: 'dropped' },
      { in: 'all', value: 'kept' },
    ],
  },
  loneArgument: {
    dated: [
      { in: FROM_7, value: 'split-again' },
      { in: 'all', value: 'as-written' },
    ],
  },
  unknownNames: {
    dated: [
      { in: 'redis 8.0+', value: 'queued' },
      { in: 'all', value: 'refused' },
    ],
  },
  dottedNames: {
    dated: [
      { in: FROM_7, value: 'queued' },
      { in: 'all', value: 'refused' },
    ],
  },
  namelessModuleComplaint: {
    dated: [
      { in: 'redis 8.0+', value: 'Module  initialization failed. Module not loaded' },
      { in: 'redis 6.0-7.4', value: 'Module  does not export RedisModule_OnLoad() symbol. Module not loaded.' },
      {
        in: 'all',
        value: 'Module  does not export ValkeyModule_OnLoad() or RedisModule_OnLoad() symbol. Module not loaded.',
      },
    ],
  },
  localeComplaint: {
    dated: [
      { in: 'valkey 9.1+', value: 'with-name' },
      { in: 'all', value: 'without-name' },
    ],
  },
  twoUserSourcesComplaint: {
    dated: [
      { in: 'valkey 8.0+', value: twoUserSources('Valkey', 'valkey.conf') },
      { in: 'all', value: twoUserSources('Redis', 'redis.conf') },
    ],
  },
  unclaimedNames: {
    dated: [
      { in: 'redis 8.0+', value: 'listed-together' },
      { in: 'valkey 8.0+', value: 'first-named' },
      { in: 'all', value: 'unnamed' },
    ],
  },
  includePatterns: {
    dated: [
      { in: FROM_7, value: 'expanded' },
      { in: 'all', value: 'literal' },
    ],
  },
  loneDash: {
    dated: [
      { in: 'redis 6.0', value: 'standard-input' },
      { in: 'all', value: 'a-file' },
    ],
  },
  memory: {
    dated: [
      { in: 'redis 6.0-6.2', value: 'signed' },
      { in: 'valkey 9.1+', value: 'checked' },
      { in: 'all', value: 'unsigned' },
    ],
  },
  choiceComplaint: {
    dated: [
      { in: FROM_7, value: 'argument(s) must be one of the following' },
      { in: 'all', value: 'argument must be one of the following' },
    ],
  },
  savePoints: {
    dated: [
      { in: 'redis 6.0', value: 'dropped-by-any-file' },
      { in: 'redis 6.2', value: 'dropped-in-each-file' },
      { in: 'all', value: 'dropped-once' },
    ],
  },
  replicaInCluster: {
    dated: [
      { in: FROM_7, value: 'without-line' },
      { in: 'all', value: 'at-its-line' },
    ],
  },
  replicaPortComplaint: {
    dated: [
      { in: 'valkey 8.0+', value: 'Invalid primary port' },
      { in: 'all', value: 'Invalid master port' },
    ],
  },
  optionalAddresses: {
    dated: [
      { in: 'redis 6.0', value: 'unknown' },
      { in: 'all', value: 'known' },
    ],
  },
  addressCountComplaint: {
    dated: [
      { in: FROM_7, value: 'Too many bind addresses specified.' },
      { in: 'all', value: 'Too many bind addresses specified' },
    ],
  },
  listenComplaint: {
    dated: [
      { in: 'redis 6.0', value: 'address' },
      { in: 'redis 6.2-7.0', value: 'port-upper-case' },
      { in: 'all', value: 'port-lower-case' },
    ],
  },
  unixSocket: {
    dated: [
      { in: FROM_7_2, value: 'before-tls' },
      { in: 'all', value: 'after-tls' },
    ],
  },
  longSocketPath: {
    dated: [
      { in: FROM_7, value: 'refused' },
      { in: 'all', value: 'cut' },
    ],
  },
  clusterPortCheck: {
    dated: [
      { in: FROM_7_2, value: 'before-users' },
      { in: 'all', value: 'after-sockets' },
    ],
  },
  clusterPortComplaint: {
    dated: [
      { in: 'redis 6.0', value: portTooHigh('Redis', 'lower than 55535') },
      { in: 'valkey 8.0+', value: portTooHigh('Valkey', '55535 or less') },
      { in: 'all', value: portTooHigh('Redis', '55535 or less') },
    ],
  },
  oldReaders: {
    dated: [
      { in: FROM_7, value: 'strict' },
      { in: 'all', value: 'loose' },
    ],
  },
  binaryTexts: {
    dated: [
      { in: 'redis 6.0', value: 'cut' },
      { in: 'all', value: 'kept' },
    ],
  },
  longestPassword: {
    dated: [
      { in: 'redis 6.0', value: 512 },
      { in: 'all', value: 'any' },
    ],
  },
  emptyFolderComplaint: {
    dated: [
      { in: 'redis 6.0-6.2', value: "Can't chdir to '': No such file or directory" },
      { in: 'valkey 8.0+', value: "dir can't be empty" },
      { in: 'all', value: 'No such file or directory' },
    ],
  },
  highFrequency: {
    dated: [
      { in: 'redis 6.0', value: 'kept' },
      { in: 'all', value: 'clipped' },
    ],
  },
  manyThreads: {
    dated: [
      { in: 'valkey 8.0', value: 'clipped' },
      { in: 'all', value: 'kept' },
    ],
  },
  fractions: {
    dated: [
      { in: 'valkey 9.1+', value: 'decimal' },
      { in: 'all', value: 'with-hexadecimal' },
    ],
  },
  keyspaceEvents: {
    dated: [
      { in: 'redis 6.0', value: { all: 'g$lshzxet', beside: '', complaint: OLD_EVENTS } },
      { in: 'redis 6.2', value: { all: 'g$lshzxetd', beside: '', complaint: OLD_EVENTS } },
      { in: 'redis 8.6+', value: { all: 'g$lshzxetd', beside: 'noc', complaint: NEW_EVENTS } },
      { in: 'all', value: { all: 'g$lshzxetd', beside: 'n', complaint: NEW_EVENTS } },
    ],
  },
  forbiddenInNodeName: {
    dated: [
      { in: 'redis 7.2-8.0 valkey 7.2', value: '!#$%&()*+:;<>?@[]^{|}~' },
      { in: 'valkey 8.0-8.1', value: '!#$%&()*+;<>?@[]^{|}~' },
      { in: 'redis 8.6+', value: `${UNPRINTABLE}!"#$%&'()*+,:;<=>?@[\\]^{|}~` },
      { in: 'all', value: `${UNPRINTABLE}!"#$%&'()*+,;<=>?@[\\]^{|}~` },
    ],
  },
  announcedIp: {
    dated: [
      { in: 'redis 8.6+', value: 'an-address' },
      { in: 'valkey 9.1+', value: 'a-plain-name' },
      { in: 'all', value: 'anything' },
    ],
  },
  protectedMode: {
    dated: [
      { in: 'redis 6.0-6.2', value: 'ends-with-bind' },
      { in: 'all', value: 'holds' },
    ],
  },
  startOrder: {
    dated: [
      { in: FROM_7_2, value: 'users-first' },
      { in: 'all', value: 'sockets-first' },
    ],
  },
};

function build(target: TargetName): Behaviour {
  const fact = <K extends keyof Behaviour>(name: K): Behaviour[K] => {
    const value = at<Behaviour[K]>(FACTS[name], target);
    if (value === undefined) throw new RangeError(`nothing is known of ${name} in ${target}`);
    return value;
  };
  return {
    textAfterQuote: fact('textAfterQuote'),
    byte255: fact('byte255'),
    loneArgument: fact('loneArgument'),
    unknownNames: fact('unknownNames'),
    dottedNames: fact('dottedNames'),
    namelessModuleComplaint: fact('namelessModuleComplaint'),
    localeComplaint: fact('localeComplaint'),
    twoUserSourcesComplaint: fact('twoUserSourcesComplaint'),
    unclaimedNames: fact('unclaimedNames'),
    includePatterns: fact('includePatterns'),
    loneDash: fact('loneDash'),
    memory: fact('memory'),
    choiceComplaint: fact('choiceComplaint'),
    savePoints: fact('savePoints'),
    replicaInCluster: fact('replicaInCluster'),
    replicaPortComplaint: fact('replicaPortComplaint'),
    addressCountComplaint: fact('addressCountComplaint'),
    listenComplaint: fact('listenComplaint'),
    unixSocket: fact('unixSocket'),
    longSocketPath: fact('longSocketPath'),
    clusterPortCheck: fact('clusterPortCheck'),
    clusterPortComplaint: fact('clusterPortComplaint'),
    oldReaders: fact('oldReaders'),
    binaryTexts: fact('binaryTexts'),
    longestPassword: fact('longestPassword'),
    emptyFolderComplaint: fact('emptyFolderComplaint'),
    highFrequency: fact('highFrequency'),
    manyThreads: fact('manyThreads'),
    fractions: fact('fractions'),
    keyspaceEvents: fact('keyspaceEvents'),
    forbiddenInNodeName: fact('forbiddenInNodeName'),
    announcedIp: fact('announcedIp'),
    protectedMode: fact('protectedMode'),
    startOrder: fact('startOrder'),
    optionalAddresses: fact('optionalAddresses'),
  };
}
