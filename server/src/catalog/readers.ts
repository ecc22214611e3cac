import { byteLength } from '../text/bytes.js';
import type { Behaviour } from './behaviour.js';
import type { Directive } from './directive.js';
import { readBufferLimits, readBufferLimitsLoosely } from './values/buffer-limits.js';
import { cString } from './values/c-string.js';
import { type Choice, readBool, readChoice, readFlags } from './values/choice.js';
import {
  INT64_MAX,
  INT64_MIN,
  type Limits,
  readInteger,
  readOctal,
  readOomScores,
  readPermissionsLoosely,
  UINT64_MAX,
} from './values/integer.js';
import { readKeyspaceEvents } from './values/keyspace-events.js';
import { parseMemory, readMemory, readPercentOrMemory } from './values/memory.js';
import { readAddress, readAddresses, readHostname, readNodeName, readReplicaOf } from './values/network.js';
import { accepted, type Outcome, refusedValue } from './values/outcome.js';
import { readPercentiles } from './values/percentiles.js';
import { readSavePointLoosely, readSavePoints } from './values/save-points.js';
import {
  type FileNameRule,
  readFileName,
  readHashSeed,
  readNonEmpty,
  readShortPassword,
  readTitleTemplate,
} from './values/text.js';

/** What a server makes of a directive's arguments, once their count is right. */
export type Reader = (args: readonly string[]) => Outcome;

/** The reader of a directive: its own, or that of its type. */
export function readerOf(directive: Directive, behaviour: Behaviour): Reader {
  return OWN_READERS[directive.canonical]?.(behaviour, directive) ?? readerOfType(directive, behaviour);
}

function readerOfType(directive: Directive, behaviour: Behaviour): Reader {
  if (directive.module !== undefined) return moduleSetting;
  const integers: Limits = { min: directive.min ?? INT64_MIN, max: directive.max ?? INT64_MAX };
  const sizes: Limits = { min: directive.min ?? 0n, max: directive.max ?? UINT64_MAX };
  switch (directive.type) {
    case 'bool':
      return single(readBool);
    case 'enum':
      return choiceReader(directive, behaviour);
    case 'integer':
      return single((text) => readInteger(text, integers));
    case 'octal':
      return single((text) => readOctal(text, { min: octal(integers.min), max: octal(integers.max) }));
    case 'memory':
      return single((text) => readMemory(text, sizes, behaviour.memory));
    case 'percent-or-memory':
      return single((text) => readPercentOrMemory(text, { min: -100n, max: INT64_MAX }, behaviour.memory));
    default:
      return single((text) => accepted(cString(text)));
  }
}

/** Arguments are joined by blanks; whether they come to `yes` or `no`, the module says when it is loaded. */
function moduleSetting(args: readonly string[]): Outcome {
  const text = cString(args.join(' '));
  const bool = readBool(text);
  return bool.kind === 'accepted' ? bool : accepted(text);
}

/** The limits of octal settings are measured in the server's own words, which are octal. */
function octal(shown: bigint): bigint {
  return BigInt(`0o${shown}`);
}

function single(read: (text: string) => Outcome): Reader {
  return ([text = '']) => read(text);
}

function choiceReader(directive: Directive, behaviour: Behaviour): Reader {
  const choice: Choice = {
    words: directive.values,
    synonyms: directive.canonical === 'oom-score-adj' ? { relative: 'yes' } : {},
    complaint: behaviour.choiceComplaint,
  };
  if (!directive.multi) return single((text) => readChoice(text, choice));
  return (args) => readFlags(args, choice, directive.default ?? '');
}

type ReaderMaker = (behaviour: Behaviour, directive: Directive) => Reader | undefined;

function fileName(directive: string, what: FileNameRule['what'] = 'filename'): ReaderMaker {
  return (_, { emptyRefused }) => single((text) => readFileName(text, { directive, what, mayBeEmpty: !emptyRefused }));
}

/** Numbers that are taken and then brought into range (`initServer`; 6.0 leaves `hz` for its timer to trip over). */
function clipped(min: bigint, max: bigint): ReaderMaker {
  return (_, directive) => {
    const limits: Limits = { min: directive.min ?? INT64_MIN, max: directive.max ?? INT64_MAX };
    return single((text) => {
      const outcome = readInteger(text, limits);
      if (outcome.kind === 'refused') return outcome;
      const value = BigInt(outcome.value);
      return accepted(String(value < min ? min : value > max ? max : value));
    });
  };
}

/** Where the measured type does not say how a value is read; undefined for releases in which it does. */
const OWN_READERS: Readonly<Record<string, ReaderMaker>> = {
  appenddirname: fileName('appenddirname', 'dirname'),
  appendfilename: fileName('appendfilename'),
  'availability-zone': () => single(accepted),
  bind: (behaviour) => (args) => readAddresses(args, behaviour.addressCountComplaint),
  'client-output-buffer-limit': (behaviour) =>
    behaviour.oldReaders === 'loose' ? readBufferLimitsLoosely : (args) => readBufferLimits(args, behaviour.memory),
  'client-query-buffer-limit': (_, { type }) =>
    type === 'string' ? single((text) => accepted(String(parseMemory(text, 'signed') ?? 0n))) : undefined,
  'cluster-announce-client-ipv4': () => single((text) => readAddress(text, 'ipv4', 'Invalid IPv4 address')),
  'cluster-announce-client-ipv6': () => single((text) => readAddress(text, 'ipv6', 'Invalid IPv6 address')),
  'cluster-announce-hostname': () => single(readHostname),
  'cluster-announce-human-nodename': (behaviour) =>
    nodeName(behaviour.forbiddenInNodeName, 'Announced human node name contained invalid character'),
  'cluster-announce-ip': announcedIp,
  'cluster-config-file': (_, { emptyRefused }) =>
    emptyRefused ? single((text) => readNonEmpty(text, 'cluster-config-file')) : undefined,
  dbfilename: fileName('dbfilename'),
  'hash-seed': () => single(readHashSeed),
  hz: (behaviour, directive) =>
    behaviour.highFrequency === 'clipped' ? clipped(1n, 500n)(behaviour, directive) : undefined,
  'io-threads': (behaviour, directive) =>
    behaviour.manyThreads === 'clipped' ? clipped(1n, 16n)(behaviour, directive) : undefined,
  'latency-tracking-info-percentiles': (behaviour) => (args) => readPercentiles(args, behaviour.fractions),
  masterauth: binaryText,
  'notify-keyspace-events': (behaviour) => single((text) => readKeyspaceEvents(text, behaviour.keyspaceEvents)),
  'oom-score-adj-values': () => readOomScores,
  primaryauth: binaryText,
  'proc-title-template': () => single(readTitleTemplate),
  'rdma-bind': (behaviour) => (args) => readAddresses(args, behaviour.addressCountComplaint),
  replicaof: (behaviour) => (args) => readReplicaOf(args, behaviour.replicaPortComplaint),
  requirepass: (behaviour) => (behaviour.longestPassword === 512 ? single(readShortPassword) : binaryText(behaviour)),
  save: (behaviour) => (behaviour.oldReaders === 'loose' ? readSavePointLoosely : readSavePoints),
  unixsocketperm: (behaviour) => (behaviour.oldReaders === 'loose' ? single(readPermissionsLoosely) : undefined),
};

/** Settings that are kept with their length, so that a NUL byte does not end them; in 6.0 it does. */
function binaryText({ binaryTexts }: Behaviour): Reader | undefined {
  return binaryTexts === 'kept' ? single(accepted) : undefined;
}

function nodeName(forbidden: string, complaint: string): Reader {
  const bytes = new Set(forbidden);
  return single((text) => readNodeName(text, bytes, complaint));
}

/** `NET_IP_STR_LEN`: the longest text of an IPv6 address, with the NUL byte that ends it. */
const LONGEST_ADDRESS = 46;

function announcedIp(behaviour: Behaviour): Reader | undefined {
  switch (behaviour.announcedIp) {
    case 'an-address': {
      const complaint = 'Cluster announce IP must be a valid IPv4 or IPv6 address';
      return single((text) => readAddress(text, 'either', complaint));
    }
    case 'a-plain-name': {
      const name = nodeName(behaviour.forbiddenInNodeName, 'cluster-announce-ip contains invalid character');
      return (args) =>
        args.length === 1 && byteLength(args[0] ?? '') >= LONGEST_ADDRESS
          ? refusedValue('cluster-announce-ip is too long', `at most ${LONGEST_ADDRESS - 1} bytes`)
          : name(args);
    }
    case 'anything':
      return undefined;
  }
}
