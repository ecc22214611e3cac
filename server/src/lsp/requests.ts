import type { LanguageId } from '../syntax/language-id.js';

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

/** Client to server: what a file is, by its name and its first lines. */
export const LANGUAGE_OF = 'redisHardening/languageOf';

export interface LanguageOfParams {
  readonly uri: string;
  /** The first lines of the file. */
  readonly head: string;
}

/** Null for a file of another program. */
export type LanguageOfResult = LanguageId | null;

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
  readonly definedAt?: PlaceResult;
}

/** What the command `redisHardening.threats` answers: who can do what harm. */
export interface ThreatsResult {
  /** Path of the file that the server is started with. */
  readonly root: string;
  /** `Redis 7.2` */
  readonly target: string;
  /** Whether the server would start; if not, what it refuses counts as not written. */
  readonly loads: boolean;
  /** Users that are too many to be shown. */
  readonly leftOut: number;
  readonly principals: readonly { readonly name: string; readonly reach: 'all' | 'specific' | 'loopback' | 'none' }[];
  /** Each with an ability for every principal, in their order. */
  readonly harms: readonly { readonly title: string; readonly abilities: readonly AbilityResult[] }[];
}

export interface AbilityResult {
  readonly can: boolean;
  /** The commands that do it. */
  readonly by: string;
  readonly because: readonly { readonly message: string; readonly at: PlaceResult | undefined }[];
  /** The single change that would end it. */
  readonly cut: string | undefined;
}

/** A stretch of one line; zero-based. */
export interface PlaceResult {
  readonly uri: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Server to client: a password that was made for a fix, to be shown to the user once. */
export const SHOW_SECRET = 'redisHardening/showSecret';

export interface ShowSecretParams {
  readonly secret: string;
}

/** Server to client: files or settings have changed, so that what is shown of them may be old. */
export const CHANGED = 'redisHardening/changed';

/** Client to server: the files of a new hardened configuration. They exist nowhere before the client writes them. */
export const NEW_CONFIGURATION = 'redisHardening/newConfiguration';

export interface NewConfigurationParams {
  /** `redis-7.2` */
  readonly target: string;
  readonly role: 'cache' | 'session' | 'queue' | 'primary' | 'cluster';
  readonly tls: 'mutual' | 'password' | 'none';
  readonly replica: boolean;
  readonly sentinel: boolean;
  /** `NAME[:KIND[:PREFIX]]`; empty for the usual ones of the role. */
  readonly users: readonly string[];
  readonly admin: string;
  readonly metrics: boolean;
  readonly health: boolean;
}

export type NewConfigurationResult =
  | {
      readonly kind: 'set';
      readonly files: readonly { readonly name: string; readonly text: string }[];
      /** What no file holds, to be shown once. */
      readonly passwords: readonly { readonly user: string; readonly password: string }[];
    }
  /** Sentences for the user. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };
