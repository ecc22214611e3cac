import type { Catalog } from '../catalog/catalog.js';
import type { Target } from '../catalog/target.js';
import type { Document } from '../syntax/document.js';
import type { Place } from '../text/place.js';
import type { Beside } from './beside.js';
import type { Reach } from './reach.js';
import type { Refusal } from './refusal.js';
import type { Settings } from './settings.js';
import type { Statement } from './statement.js';
import type { User } from './user.js';

/** What a root file is: a server's configuration, a Sentinel's, or an ACL file on its own. */
export type RootKind = 'config' | 'sentinel' | 'acl';

/** A file or pattern that was not looked at, so that what hangs on it is unknown. */
export interface Withheld {
  /** The path argument that named it. */
  readonly at: Place;
  readonly path: string;
  readonly reason: string;
}

/** An immutable picture of what one server process would read, and what becomes of it. */
export interface Project {
  readonly target: Target;
  readonly catalog: Catalog;
  readonly kind: RootKind;
  readonly root: Document;
  /** By URI: the root, what it includes, the ACL file. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Includes expanded, in the order in which the server executes them; lines it refuses are here too. */
  readonly statements: readonly Statement[];
  /** In the order in which the server would meet them if each were mended in turn. Empty: the file loads. */
  readonly refusals: readonly Refusal[];
  readonly withheld: readonly Withheld[];
  /** `include` lines whose pattern matches no file, which a server passes over in silence. */
  readonly unmatchedPatterns: readonly Statement[];
  readonly settings: Settings;
  /** Where users come from. */
  readonly userSource: UserSource;
  /** The users in force, by name, `default` always among them. */
  readonly users: ReadonlyMap<string, User>;
  readonly reach: Reach;
  readonly beside: Beside;
  /** What the files would come to with comments left out that the server takes for values; undefined where there are none. */
  readonly intended?: Project | undefined;
}

export type UserSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'lines'; readonly statements: readonly Statement[] }
  /** `document` is undefined where the file is missing or was not looked at. */
  | { readonly kind: 'file'; readonly document: Document | undefined; readonly statement: Statement | undefined };
