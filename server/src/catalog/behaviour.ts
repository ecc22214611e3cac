import { at } from './availability.js';
import { BEHAVIOUR_FACTS } from './behaviour-facts.js';
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
  /** How directives are found: by comparing with each, or by a hash that a NUL byte in the name changes. */
  readonly directiveTable: 'compared' | 'hashed';
  /** A name that no server knows might be a module's: Redis 8 queues it, as long as it has an argument. */
  readonly unknownNames: 'refused' | 'queued';
  /** The same for a name with a dot in it, from Redis 7.0 on. */
  readonly dottedNames: 'refused' | 'queued';
  /** What `loadmodule ""` is told. */
  readonly namelessModuleComplaint: string;
  readonly localeComplaint: 'with-name' | 'without-name';
  /** What `aclfile` beside `user` lines is told. */
  readonly twoUserSourcesComplaint: string;
  /** What the server says of queued names that no module claims: the names as well, or only that there are some. */
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
  /** Which port is named where that of the cluster bus cannot be opened: 6.2 names the one it is 10,000 above. */
  readonly namedBusPort: 'its-own' | 'of-clients';
  /** The order in which sockets are opened. */
  readonly unixSocket: 'before-tls' | 'after-tls';
  /** What becomes of a path for a Unix socket that is longer than 107 bytes. */
  readonly longSocketPath: 'refused' | 'cut';
  /** When the port of the cluster bus is looked at: before users are loaded, or after the other sockets were opened. */
  readonly clusterPortCheck: 'before-users' | 'after-sockets';
  readonly clusterPortComplaint: string;
  /** What becomes of several `databases` in cluster mode. */
  readonly databasesInCluster: 'one' | 'kept';
  /** How carefully the readers of 6.x look at `save`, `client-output-buffer-limit` and `unixsocketperm`. */
  readonly oldReaders: 'loose' | 'strict';
  /** What a NUL byte does to passwords. */
  readonly binaryTexts: 'cut' | 'kept';
  /** Bytes that `requirepass` may have. */
  readonly longestPassword: 512 | 'any';
  /** When the file of `logfile` is opened to see whether that works: at its line, or at the end of each file. */
  readonly logFileCheck: 'at-its-line' | 'at-the-end';
  /** `appendonly`: one file, or from Redis 7.0 on several in a folder. */
  readonly appendOnlyFile: 'one' | 'many';
  /** What a server says of an `.rdb` file that it cannot open. */
  readonly unopenedData: 'reason' | 'name-and-reason';
  /** What `dir ""` is told; in 6.x without a line. */
  readonly emptyFolderComplaint: string;
  /** What becomes of `hz` outside of 1 to 500; 6.0, which keeps it, crashes at 0 and above 1000. */
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

function build(target: TargetName): Behaviour {
  const fact = <K extends keyof Behaviour>(name: K): Behaviour[K] => {
    const value = at<Behaviour[K]>(BEHAVIOUR_FACTS[name], target);
    if (value === undefined) throw new RangeError(`nothing is known of ${name} in ${target}`);
    return value;
  };
  return {
    textAfterQuote: fact('textAfterQuote'),
    byte255: fact('byte255'),
    loneArgument: fact('loneArgument'),
    directiveTable: fact('directiveTable'),
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
    namedBusPort: fact('namedBusPort'),
    unixSocket: fact('unixSocket'),
    longSocketPath: fact('longSocketPath'),
    clusterPortCheck: fact('clusterPortCheck'),
    clusterPortComplaint: fact('clusterPortComplaint'),
    databasesInCluster: fact('databasesInCluster'),
    oldReaders: fact('oldReaders'),
    binaryTexts: fact('binaryTexts'),
    longestPassword: fact('longestPassword'),
    logFileCheck: fact('logFileCheck'),
    appendOnlyFile: fact('appendOnlyFile'),
    unopenedData: fact('unopenedData'),
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
