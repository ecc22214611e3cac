/** What our client and our server say to each other beyond the protocol; everything works without it, in less comfort. */

/** Server to client: read a file. Offered by clients that set `files` in their initialization options. */
export const READ_FILE = 'redisHardening/readFile';

export interface ReadFileParams {
  readonly uri: string;
}

export type ReadFileResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'directory' }
  /** Not looked at, and why. */
  | { readonly kind: 'withheld'; readonly reason: string };

/** Server to client: the names in a folder. */
export const READ_FOLDER = 'redisHardening/readFolder';

export interface ReadFolderParams {
  readonly uri: string;
}

export type ReadFolderResult =
  /** `kind` is undefined for what is neither file nor folder. */
  | { readonly kind: 'entries'; readonly entries: readonly FolderEntry[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'withheld'; readonly reason: string };

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Client to server: by which server a file is judged. */
export const READ_AS = 'redisHardening/readAs';

export interface ReadAsParams {
  readonly uri: string;
}

export interface ReadAsResult extends TargetName {
  readonly decidedBy: 'settings' | 'configuration file';
}

/** Server to client: it may now be another. */
export const READ_AS_CHANGED = 'redisHardening/readAsChanged';

/** Client to server: all targets, oldest first. */
export const TARGETS = 'redisHardening/targets';

export type TargetsResult = readonly TargetName[];

export interface TargetName {
  /** `redis-7.2` */
  readonly name: string;
  /** `Redis 7.2` */
  readonly title: string;
}

/** What the command `redisHardening.whoCanRun` says of one user. */
export interface MayRunResult {
  readonly user: string;
  readonly canLogIn: boolean;
  readonly allowed: boolean;
  readonly reason: string;
  /** Zero-based. */
  readonly definedAt?: { readonly uri: string; readonly line: number; readonly start: number; readonly end: number };
}
