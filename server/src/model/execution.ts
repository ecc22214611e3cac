import { type Behaviour, behaviourOf } from '../catalog/behaviour.js';
import { type Catalog, catalogFor } from '../catalog/catalog.js';
import { sentinelCatalogFor } from '../catalog/sentinel-catalog.js';
import type { Target } from '../catalog/target.js';
import type { Accepted } from '../catalog/values/outcome.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import type { OpenFiles } from './include-loops.js';
import type { Withheld } from './project.js';
import type { Refusal } from './refusal.js';
import { type CommandNames, commandNames } from './renames.js';
import type { SentinelLine } from './sentinel.js';
import type { Snapshot } from './snapshot.js';
import type { Statement } from './statement.js';
import type { LeftError } from './user-lines.js';

/** A line that the server took. */
export interface TakenLine {
  readonly statement: Statement;
  /** The same object each time that its file is included. */
  readonly line: Line;
  readonly outcome: Accepted;
  /** Which of the files read it stands in, in the order in which they are opened: a file included twice is two. */
  readonly file: number;
  /** As the server counts, from 1. */
  readonly number: number;
  /** Whether its own file had included another before. */
  readonly afterInclude: boolean;
}

/** The state of a server while it reads its files. */
export interface Execution {
  readonly snapshot: Snapshot;
  readonly target: Target;
  readonly catalog: Catalog;
  readonly behaviour: Behaviour;
  readonly documents: Map<string, Document>;
  readonly statements: Statement[];
  readonly taken: TakenLine[];
  /** Of each directive that was set, by canonical name, what it has come to. */
  readonly latest: Map<string, string>;
  /** In the order in which the server meets them as each is mended in turn. */
  readonly refusals: Refusal[];
  /** The lines that these refusals blame: mended, they would be read without effect. */
  readonly blank: Set<Line>;
  readonly withheld: Withheld[];
  /** `include` lines whose pattern matches no file. */
  readonly unmatchedPatterns: Statement[];
  readonly wantedPaths: Set<string>;
  readonly wantedPatterns: Set<string>;
  readonly names: CommandNames;
  /** Names that the server does not know, but a module might. */
  readonly queued: Statement[];
  readonly userLines: Statement[];
  readonly sentinelLines: SentinelLine[];
  readonly modules: Statement[];
  /** The files that are being read, the root first. */
  readonly open: OpenFiles[];
  /** The lines that have been read so far. */
  readonly read: Set<Line>;
  filesRead: number;
  /** Whether the file that is being read has included another. */
  afterInclude: boolean;
  leftError: LeftError | undefined;
  /** The working directory. */
  directory: string;
  /** A refused line had been carried out before, in another inclusion of its file: all has to be read again without it. */
  isStale: boolean;
}

/** The state in which a server starts to read. */
export function executionOf(snapshot: Snapshot): Execution {
  const { target, root } = snapshot;
  const catalog = root.kind === 'sentinel' ? sentinelCatalogFor(target) : catalogFor(target);
  return {
    snapshot,
    target,
    catalog,
    behaviour: behaviourOf(target),
    documents: new Map(),
    statements: [],
    taken: [],
    latest: new Map(),
    refusals: [],
    blank: new Set(),
    withheld: [],
    unmatchedPatterns: [],
    wantedPaths: new Set(),
    wantedPatterns: new Set(),
    names: commandNames(catalog),
    queued: [],
    userLines: [],
    sentinelLines: [],
    modules: [],
    open: [],
    read: new Set(),
    filesRead: 0,
    afterInclude: false,
    leftError: undefined,
    directory: root.workingDirectory,
    isStale: false,
  };
}

/**
 * The state in which the server that has met these refusals starts again, once all that they blame is mended. Refusals
 * stand in files that a mended `include` may no longer name: what was read stays known.
 */
export function startedAgain(before: Execution): Execution {
  const { snapshot, documents, refusals, blank, wantedPaths, wantedPatterns } = before;
  return { ...executionOf(snapshot), documents, refusals, blank, wantedPaths, wantedPatterns };
}

/** Takes note of a refusal; the line counts as blank from here on. */
export function refuse(refusal: Refusal, line: Line, execution: Execution): void {
  execution.refusals.push(refusal);
  execution.blank.add(line);
  if (execution.read.has(line)) execution.isStale = true;
}
