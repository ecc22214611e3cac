import { type Availability, at, type Dated, isIn, targetsIn } from './availability.js';
import table from './data/sentinel.json' with { type: 'json' };
import { TARGETS, type Target, type TargetName } from './target.js';

/** The words that may follow `sentinel` in a file, each with the argument counts that the target takes. */
export function sentinelDirectives(target: Target): ReadonlyMap<string, readonly number[]> {
  const rows = Object.entries(SUBDIRECTIVES).filter(([, row]) => isIn(row.in, target.name));
  return new Map(rows.map(([name, row]) => [name, at(row.arguments, target.name) ?? []]));
}

/** The targets that know a word after `sentinel`; empty for one that none knows. */
export function targetsWithSentinelDirective(name: string): readonly TargetName[] {
  const word = name.toLowerCase();
  const row = Object.hasOwn(SUBDIRECTIVES, word) ? SUBDIRECTIVES[word] : undefined;
  return row === undefined ? [] : targetsIn(row.in);
}

/** How a release of Sentinel reads its own lines. */
export interface SentinelReading {
  /**
   * `as-they-come`: 6.0. `queued`: from 6.2 on, after all other lines, and of them first the general ones, then
   * `monitor`, then the rest (`queueSentinelConfig`, sentinel.c).
   */
  readonly order: 'as-they-come' | 'queued';
  /** Host names without `resolve-hostnames yes`: 6.0 asks the resolver, so that only the machine knows. */
  readonly hostNames: 'resolved' | 'refused';
  /** What a replica goes by without `announce-hostnames yes`, so that it is the same one. */
  readonly replicaNames: 'as-written' | 'by-address';
  readonly texts: {
    readonly duplicateMaster: string;
    readonly unresolvedMaster: string;
    readonly unresolvedReplica: string;
    readonly unresolvedSentinel: string;
    readonly masterPort: string;
    readonly replicaPort: string;
    readonly sentinelPort: string;
    readonly duplicateReplica: string;
    readonly duplicateSentinel: string;
  };
}

/** Observed on 6.0.16, 6.2.16 and later (`file_level_probes`); `sentinelCheckCreateInstanceErrors` is new in 6.2. */
export function sentinelReading(target: Target): SentinelReading {
  return target.name === TARGETS[0] ? LINE_BY_LINE : QUEUED;
}

/** The words that are read before any `monitor` (`preMonitorCfgName`, sentinel.c). */
export const BEFORE_MONITOR: ReadonlySet<string> = new Set([
  'announce-ip',
  'announce-port',
  'deny-scripts-reconfig',
  'sentinel-user',
  'sentinel-pass',
  'current-epoch',
  'myid',
  'resolve-hostnames',
  'announce-hostnames',
]);

interface SubdirectiveRow {
  readonly in: Availability;
  readonly arguments: Dated<readonly number[]>;
}

// Written by build-catalog.mjs in this shape; TypeScript infers one literal type per row.
const SUBDIRECTIVES = table.subdirectives as Readonly<Record<string, SubdirectiveRow>>;

const QUEUED: SentinelReading = {
  order: 'queued',
  hostNames: 'refused',
  replicaNames: 'by-address',
  texts: {
    duplicateMaster: 'Duplicate master name.',
    unresolvedMaster: "Can't resolve instance hostname.",
    unresolvedReplica: "Can't resolve instance hostname.",
    unresolvedSentinel: "Can't resolve instance hostname.",
    masterPort: 'Invalid port number.',
    replicaPort: 'Invalid port number.',
    sentinelPort: 'Invalid port number.',
    duplicateReplica: 'Duplicate hostname and port for replica.',
    duplicateSentinel: 'Duplicate runid for sentinel.',
  },
};

const LINE_BY_LINE: SentinelReading = {
  order: 'as-they-come',
  hostNames: 'resolved',
  replicaNames: 'as-written',
  texts: {
    duplicateMaster: 'Duplicated master name.',
    unresolvedMaster: "Can't resolve master instance hostname.",
    unresolvedReplica: 'Wrong hostname or port for replica.',
    unresolvedSentinel: 'Wrong hostname or port for sentinel.',
    masterPort: 'Invalid port number',
    replicaPort: 'Wrong hostname or port for replica.',
    sentinelPort: 'Wrong hostname or port for sentinel.',
    duplicateReplica: 'Wrong hostname or port for replica.',
    duplicateSentinel: 'Wrong hostname or port for sentinel.',
  },
};
