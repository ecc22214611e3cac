import type { Behaviour } from '../catalog/behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Target } from '../catalog/target.js';
import type { Accepted } from '../catalog/values/outcome.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import type { Withheld } from './project.js';
import type { Refusal } from './refusal.js';
import type { CommandNames } from './renames.js';
import type { Snapshot } from './snapshot.js';
import type { Statement } from './statement.js';

/** A line that the server took. */
export interface TakenLine {
  readonly statement: Statement;
  readonly outcome: Accepted;
  /** Which of the files read it stands in, counted in the order in which they are opened: a file included twice is two. */
  readonly file: number;
}

/** The state of a server while it reads its files. */
export interface Execution {
  readonly snapshot: Snapshot;
  readonly target: Target;
  readonly catalog: Catalog;
  readonly behaviour: Behaviour;
  /** Lines refused before, which the server would not meet again once they are mended. */
  readonly blank: Set<Line>;
  readonly documents: Map<string, Document>;
  readonly statements: Statement[];
  readonly taken: TakenLine[];
  /** Of each directive that was set, by canonical name, what its last line came to. */
  readonly latest: Map<string, string>;
  readonly refusals: Refusal[];
  readonly withheld: Withheld[];
  readonly unmatchedPatterns: Statement[];
  readonly wantedPaths: Set<string>;
  readonly wantedPatterns: Set<string>;
  readonly names: CommandNames;
  /** Names that nobody knows, but a module might. */
  readonly queued: Statement[];
  readonly userLines: Statement[];
  readonly sentinelLines: Statement[];
  readonly modules: Statement[];
  /** Paths of the files that are being read, the root first. */
  readonly open: string[];
  filesRead: number;
  /** The working directory. */
  directory: string;
}
