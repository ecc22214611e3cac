import type { Place } from '../text/place.js';
import type { Statement } from './statement.js';

/** Why a server refuses to start; each is explained by exactly one `load` rule. */
export type RefusalCode =
  // a line as such
  | 'unbalanced-quotes'
  | 'byte-order-mark'
  | 'unknown-directive'
  | 'argument-count'
  /** Words that the line would be accepted without, the first of which starts with an unquoted `#`; `at` covers them. */
  | 'trailing-comment'
  /** Marks that a program replaces before a server reads the file; made of other refusals by those who tell of them. */
  | 'unfilled-template'
  | 'invalid-value'
  | 'module-setting-without-module'
  | 'sentinel-line-outside-sentinel'
  // include
  | 'include-missing'
  | 'include-loop'
  // rename-command
  | 'rename-unknown-command'
  | 'rename-to-existing-command'
  | 'rename-subcommand'
  // users
  | 'acl-line-shape'
  | 'acl-comment'
  | 'acl-user-name'
  | 'acl-rule-syntax'
  | 'acl-unknown-command'
  | 'acl-password-digest'
  | 'acl-password-absent'
  | 'acl-pattern-after-all'
  | 'acl-selector-unclosed'
  | 'acl-subcommand-of-allowed-command'
  | 'acl-first-argument-of-subcommand'
  | 'acl-database-range'
  | 'acl-duplicate-user'
  | 'acl-file-beside-user-lines'
  | 'acl-file-missing'
  // after reading
  | 'nothing-to-listen-on'
  | 'tls-material-missing'
  | 'tls-protocols'
  | 'port-used-twice'
  | 'cluster-with-replicaof'
  | 'cluster-bus-port'
  | 'bind-address'
  | 'locale'
  // sentinel files
  | 'sentinel-statement'
  | 'sentinel-unknown-master'
  | 'sentinel-duplicate-master'
  | 'sentinel-value';

/** The step at which a start ends, in the order of a file's own life; later steps are reached only by a file without earlier refusals. */
export type Step = 'reading' | 'after-reading' | 'starting';

/** One reason for which the target would not start, or not load the ACL file. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly step: Step;
  /** What to mark. */
  readonly at: Place;
  /** The text that the server prints for it, without line number and quoted line. Empty where it ends without a word. */
  readonly serverSays: string;
  /** The line number that the server gives, from 1; undefined where it gives none. */
  readonly serverLine: number | undefined;
  readonly statement: Statement | undefined;
  /** Names that the rule which explains the code puts into its message, such as `directive`, `command`, `expected`; never a secret. */
  readonly detail: Readonly<Record<string, string>>;
  readonly related: readonly { readonly at: Place; readonly message: string }[];
}
