import type { Target } from '../catalog/target.js';
import type { FileAnswer } from './files.js';
import type { Project, RootKind } from './project.js';

/** A root file, and where the server that is given it works. */
export interface RootFile {
  readonly uri: string;
  /** As the server knows it, absolute. */
  readonly path: string;
  readonly text: string;
  readonly kind: RootKind;
  /** The server's working directory before any `dir` line, absolute. */
  readonly workingDirectory: string;
  /** What an earlier text of the same root came to: its unchanged lines are taken over. */
  readonly previous?: Project | undefined;
}

/** All that a start can see: the root and the answers to what was asked so far. */
export interface Snapshot {
  readonly root: RootFile;
  readonly target: Target;
  /** By absolute path. */
  readonly answers: ReadonlyMap<string, FileAnswer>;
  /** By absolute pattern. */
  readonly matches: ReadonlyMap<string, readonly string[] | 'withheld'>;
}

/** What a start would have to see to go on as the server does. */
export interface Wanted {
  readonly paths: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
}
