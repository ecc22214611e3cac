import { BEFORE_MONITOR, type SentinelReading, sentinelDirectives, sentinelReading } from '../catalog/sentinel.js';
import type { Target } from '../catalog/target.js';
import { atoi } from '../catalog/values/c-numbers.js';
import { asciiLower, cString } from '../catalog/values/c-string.js';
import { mayBeHostName, numericAddress } from '../catalog/values/ip-address.js';
import type { Line } from '../syntax/line.js';
import type { Word } from '../syntax/words.js';
import { byteLength } from '../text/bytes.js';
import { isTooLong } from './paths.js';
import type { Refusal, RefusalCode } from './refusal.js';
import { argumentsPlace, placeOf, type Statement } from './statement.js';

/** A `sentinel` line with at least one argument. */
export interface SentinelLine {
  readonly statement: Statement;
  /** The same object each time that its file is included. */
  readonly line: Line;
  /** As the server counts, from 1. */
  readonly number: number;
}

/**
 * Executes the `sentinel` lines of a file as `sentinelHandleConfiguration` (sentinel.c) does.
 * @param lines in the order of the file
 * @returns the refused ones in the order in which the target meets them
 */
export function sentinelRefusals(lines: readonly SentinelLine[], target: Target): readonly Refusal[] {
  const ordered = inOrder(lines, sentinelReading(target));
  const refusals = new Map<Line, Refusal>();
  // A line that is refused where its file is included again is mended for both, so that all is read once more without it.
  for (let reads = 0; reads < MOST_READS; reads++) if (executeAll(ordered, refusals, target) === 'read') break;
  return [...refusals.values()];
}

/** More lines that are refused only where their file is included again no file has in earnest. */
const MOST_READS = 50;

/** Takes down what is refused; stops at a line that was taken before, in another inclusion of its file. */
function executeAll(lines: readonly SentinelLine[], refusals: Map<Line, Refusal>, target: Target): 'read' | 'stale' {
  const reading = sentinelReading(target);
  const state: State = {
    reading,
    counts: sentinelDirectives(target),
    masters: new Map(),
    resolveHostNames: false,
    replicaNames: reading.replicaNames,
  };
  const taken = new Set<Line>();
  for (const line of lines) {
    if (refusals.has(line.line)) continue;
    const complaint = execute(line.statement, state);
    if (complaint === undefined) {
      taken.add(line.line);
      continue;
    }
    refusals.set(line.line, refusal(line, complaint));
    if (taken.has(line.line)) return 'stale';
  }
  return 'read';
}

/**
 * What the target refuses of a file's ordinary lines and of its `sentinel` lines, in the order in which it meets both:
 * 6.0 goes line by line, later releases read ordinary lines first.
 * @param statements all of the file, in the order of execution
 */
export function withSentinelRefusals(
  ordinary: readonly Refusal[],
  sentinel: readonly Refusal[],
  statements: readonly Statement[],
  target: Target,
): readonly Refusal[] {
  if (sentinelReading(target).order === 'queued') return [...ordinary, ...sentinel];
  const order = new Map(statements.map((statement, index) => [statement, index]));
  const ofSentinel = new Set(sentinel);
  const isBehind = (other: Refusal, refusal: Refusal): boolean => {
    if (ofSentinel.has(other)) return false;
    if (other.step === 'after-reading') return true;
    if (other.at.uri === refusal.at.uri) return other.at.line > refusal.at.line;
    return positionOf(other, order) > positionOf(refusal, order);
  };
  return sentinel.reduce<readonly Refusal[]>((merged, refusal) => {
    const next = merged.findIndex((other) => isBehind(other, refusal));
    return merged.toSpliced(next === -1 ? merged.length : next, 0, refusal);
  }, ordinary);
}

function positionOf({ statement }: Refusal, order: ReadonlyMap<Statement, number>): number {
  return (statement && order.get(statement)) ?? -1;
}

interface Master {
  readonly replicas: Set<string>;
  readonly sentinels: Set<string>;
  readonly renamed: Set<string>;
}

interface State {
  readonly reading: SentinelReading;
  readonly counts: ReadonlyMap<string, readonly number[]>;
  readonly masters: Map<string, Master>;
  resolveHostNames: boolean;
  replicaNames: SentinelReading['replicaNames'];
}

interface Complaint {
  readonly code: RefusalCode;
  readonly says: string;
  /** The argument that is to blame; all of them where it is none in particular. */
  readonly word?: Word | undefined;
  readonly expected?: string;
}

function inOrder(lines: readonly SentinelLine[], reading: SentinelReading): readonly SentinelLine[] {
  if (reading.order === 'as-they-come') return lines;
  const stage = ({ statement }: SentinelLine): number => {
    const word = wordOf(statement);
    return BEFORE_MONITOR.has(word) ? 0 : word === 'monitor' ? 1 : 2;
  };
  return [0, 1, 2].flatMap((wanted) => lines.filter((line) => stage(line) === wanted));
}

function wordOf({ args }: Statement): string {
  return asciiLower(cString(args[0]?.value ?? ''));
}

function execute(statement: Statement, state: State): Complaint | undefined {
  const word = wordOf(statement);
  // Whatever a Sentinel reads ends at a NUL byte.
  const args = statement.args.slice(1).map((arg) => ({ ...arg, value: cString(arg.value) }));
  if (state.counts.get(word)?.includes(args.length) !== true) return unrecognized(statement, state);
  const handler = HANDLERS[word];
  if (handler === undefined) return undefined;
  if (!NAMES_A_MASTER.has(word)) return handler(args, state, NO_MASTER);
  const master = state.masters.get(args[0]?.value ?? '');
  if (master !== undefined) return handler(args, state, master);
  return { code: 'sentinel-unknown-master', says: 'No such master with specified name.', word: args[0] };
}

function unrecognized(statement: Statement, state: State): Complaint {
  const counts = state.counts.get(wordOf(statement));
  return {
    code: 'sentinel-statement',
    says: 'Unrecognized sentinel configuration statement.',
    word: counts === undefined ? statement.args[0] : undefined,
    ...(counts === undefined ? {} : { expected: counts.join(' or ') }),
  };
}

type Handler = (args: readonly Word[], state: State, master: Master) => Complaint | undefined;

const NO_MASTER: Master = { replicas: new Set(), sentinels: new Set(), renamed: new Set() };

/** The words whose first argument is a master that `monitor` must have named. */
const NAMES_A_MASTER: ReadonlySet<string> = new Set([
  'down-after-milliseconds',
  'failover-timeout',
  'parallel-syncs',
  'notification-script',
  'client-reconfig-script',
  'auth-pass',
  'auth-user',
  'config-epoch',
  'leader-epoch',
  'known-slave',
  'known-replica',
  'rename-command',
  'master-reboot-down-after-period',
  'primary-reboot-down-after-period',
]);

const HANDLERS: Readonly<Record<string, Handler>> = {
  monitor,
  'down-after-milliseconds': ([, time]) => time && duration(time, 1, 'negative or zero time parameter.'),
  'failover-timeout': ([, time]) => time && duration(time, 1, 'negative or zero time parameter.'),
  'master-reboot-down-after-period': ([, time]) => time && duration(time, 0, 'negative time parameter.'),
  'primary-reboot-down-after-period': ([, time]) => time && duration(time, 0, 'negative time parameter.'),
  'notification-script': ([, path]) => script(path, 'Notification'),
  'client-reconfig-script': ([, path]) => script(path, 'Client reconfiguration'),
  'known-slave': knownReplica,
  'known-replica': knownReplica,
  'known-sentinel': knownSentinel,
  'rename-command': renameCommand,
  myid: ([id]) =>
    id && byteLength(id.value) !== 40
      ? { code: 'sentinel-value', says: 'Malformed Sentinel id in myid option.', word: id, expected: '40 characters' }
      : undefined,
  'deny-scripts-reconfig': ([answer]) => yesOrNo(answer, 'deny-scripts-reconfig options'),
  'announce-hostnames': ([answer], state) => {
    const complaint = yesOrNo(answer, 'announce-hostnames option');
    if (complaint === undefined) state.replicaNames = isYes(answer) ? 'as-written' : 'by-address';
    return complaint;
  },
  'resolve-hostnames': ([answer], state) => {
    const complaint = yesOrNo(answer, 'resolve-hostnames option');
    if (complaint === undefined) state.resolveHostNames = isYes(answer);
    return complaint;
  },
  // The others only need their master to exist.
  'parallel-syncs': () => undefined,
  'auth-pass': () => undefined,
  'auth-user': () => undefined,
  'config-epoch': () => undefined,
  'leader-epoch': () => undefined,
};

function monitor([name, host, port, quorum]: readonly Word[], state: State): Complaint | undefined {
  if (atoi(quorum?.value ?? '') <= 0) {
    return {
      code: 'sentinel-value',
      says: 'Quorum must be 1 or greater.',
      word: quorum,
      expected: 'a number of at least 1',
    };
  }
  const { texts } = state.reading;
  const complaint = address(host, port, state, texts.masterPort, texts.unresolvedMaster);
  if (complaint !== undefined) return complaint;
  const key = name?.value ?? '';
  if (state.masters.has(key)) return { code: 'sentinel-duplicate-master', says: texts.duplicateMaster, word: name };
  state.masters.set(key, { replicas: new Set(), sentinels: new Set(), renamed: new Set() });
  return undefined;
}

function knownReplica([, host, port]: readonly Word[], state: State, master: Master): Complaint | undefined {
  const { texts } = state.reading;
  const complaint = address(host, port, state, texts.replicaPort, texts.unresolvedReplica);
  if (complaint !== undefined) return complaint;
  const written = host?.value ?? '';
  const name = state.replicaNames === 'as-written' ? written : addressOf(written);
  const key = `${name} ${atoi(port?.value ?? '')}`;
  if (master.replicas.has(key)) return { code: 'sentinel-value', says: texts.duplicateReplica, word: host };
  master.replicas.add(key);
  return undefined;
}

/** All hosts that nothing answers to have one address, the empty one (`createSentinelAddr`); which names those are, only the machine knows. */
function addressOf(host: string): string {
  return numericAddress(host) ?? (mayBeHostName(host) ? host : '');
}

/** The old form without a run id is accepted and ignored, its master's name unread. */
function knownSentinel([name, host, port, id]: readonly Word[], state: State): Complaint | undefined {
  if (id === undefined) return undefined;
  const master = state.masters.get(name?.value ?? '');
  if (master === undefined) {
    return { code: 'sentinel-unknown-master', says: 'No such master with specified name.', word: name };
  }
  const { texts } = state.reading;
  const complaint = address(host, port, state, texts.sentinelPort, texts.unresolvedSentinel);
  if (complaint !== undefined) return complaint;
  if (master.sentinels.has(id.value)) return { code: 'sentinel-value', says: texts.duplicateSentinel, word: id };
  master.sentinels.add(id.value);
  return undefined;
}

function renameCommand([, command]: readonly Word[], _state: State, master: Master): Complaint | undefined {
  const key = asciiLower(command?.value ?? '');
  if (master.renamed.has(key)) {
    return { code: 'sentinel-value', says: 'Same command renamed multiple times with rename-command.', word: command };
  }
  master.renamed.add(key);
  return undefined;
}

/**
 * `createSentinelAddr`: the port first, then the host. A name is refused unless `resolve-hostnames` is on, and taken then
 * even if nothing answers to it; 6.0 asks for it, of which we know only that some texts can be no name.
 */
function address(
  host: Word | undefined,
  port: Word | undefined,
  state: State,
  portText: string,
  hostText: string,
): Complaint | undefined {
  const number = atoi(port?.value ?? '');
  if (number < 0 || number > 65535) {
    return { code: 'sentinel-value', says: portText, word: port, expected: 'a port from 0 to 65535' };
  }
  const name = host?.value ?? '';
  const mayBeName = state.resolveHostNames || (state.reading.hostNames === 'resolved' && mayBeHostName(name));
  if (mayBeName || numericAddress(name) !== undefined) return undefined;
  return {
    code: 'sentinel-value',
    says: hostText,
    word: host,
    expected: 'an IP address, or a name together with `sentinel resolve-hostnames yes`',
  };
}

function isYes(answer: Word | undefined): boolean {
  return asciiLower(answer?.value ?? '') === 'yes';
}

function duration(word: Word, least: 0 | 1, says: string): Complaint | undefined {
  if (atoi(word.value) >= least) return undefined;
  return { code: 'sentinel-value', says, word, expected: `milliseconds, at least ${least}` };
}

/** Whether the script is there and may be run is the machine's business; these never are. */
function script(path: Word | undefined, which: string): Complaint | undefined {
  const name = path?.value ?? '';
  if (name !== '' && !isTooLong(name)) return undefined;
  return { code: 'sentinel-value', says: `${which} script seems non existing or non executable.`, word: path };
}

function yesOrNo(answer: Word | undefined, option: string): Complaint | undefined {
  if (/^(?:yes|no)$/i.test(answer?.value ?? '')) return undefined;
  return {
    code: 'sentinel-value',
    says: `Please specify yes or no for the ${option}.`,
    word: answer,
    expected: 'yes or no',
  };
}

function refusal({ statement, number }: SentinelLine, complaint: Complaint): Refusal {
  const detail: Record<string, string> = { statement: wordOf(statement) };
  if (complaint.expected !== undefined) detail['expected'] = complaint.expected;
  if (complaint.code === 'sentinel-unknown-master') detail['master'] = complaint.word?.value ?? '';
  return {
    code: complaint.code,
    step: 'reading',
    at: complaint.word === undefined ? argumentsPlace(statement) : placeOf(statement, complaint.word),
    serverSays: complaint.says,
    serverLine: number,
    statement,
    detail,
    related: [],
  };
}
