import type { Dated } from './availability.js';
import type { Behaviour } from './behaviour.js';

const FROM_7 = 'redis 7.0+ valkey 7.2+';
const FROM_7_2 = 'redis 7.2+ valkey 7.2+';

const OLD_EVENTS = "Invalid event class character. Use 'g$lshzxeA'.";
const NEW_EVENTS = "Invalid event class character. Use 'Ag$lshzxeKEtmdn'.";

/** Control characters, the blank and DEL. */
const UNPRINTABLE = `${String.fromCharCode(...Array.from({ length: 0x20 }, (_, i) => i + 1))}\x7f`;

/** For each difference the first entry that holds for the target; `all` stands last. */
export const BEHAVIOUR_FACTS: { readonly [Fact in keyof Behaviour]: Dated<Behaviour[Fact]> } = {
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
  directiveTable: {
    dated: [
      { in: FROM_7, value: 'hashed' },
      { in: 'all', value: 'compared' },
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
  // `clusterInit` (cluster.c, Redis 6.2.7 and later) prints `port`, not `port+CLUSTER_PORT_INCR`.
  namedBusPort: {
    dated: [
      { in: 'redis 6.2', value: 'of-clients' },
      { in: 'all', value: 'its-own' },
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
  databasesInCluster: {
    dated: [
      { in: 'redis 7.2+ valkey 7.2-8.1', value: 'one' },
      { in: 'all', value: 'kept' },
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
  logFileCheck: {
    dated: [
      { in: FROM_7, value: 'at-the-end' },
      { in: 'all', value: 'at-its-line' },
    ],
  },
  appendOnlyFile: {
    dated: [
      { in: FROM_7, value: 'many' },
      { in: 'all', value: 'one' },
    ],
  },
  unopenedData: {
    dated: [
      { in: 'redis 6.0-7.0', value: 'reason' },
      { in: 'all', value: 'name-and-reason' },
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
