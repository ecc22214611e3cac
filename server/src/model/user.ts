import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';

/** One ACL user as the server holds it after reading all files. */
export interface User {
  readonly name: string;
  readonly enabled: boolean;
  /** How many passwords; never which. `not-needed` is the flag `nopass`. */
  readonly passwords: 'not-needed' | number;
  readonly skipsPayloadCheck: boolean;
  /** The root permissions first, then the selectors in parentheses. */
  readonly selectors: readonly [Selector, ...Selector[]];
  /** What each ACL rule of its line did, in order; empty for the built-in default user. */
  readonly trace: readonly AclEffect[];
  /** The name in the line that defines it; undefined for the built-in default user. */
  readonly definedAt: Place | undefined;
}

/** A set of permissions; a user may do what any one of its selectors allows. */
export interface Selector {
  readonly commands: CommandSet;
  readonly keys: 'all' | readonly KeyPattern[];
  readonly channels: 'all' | readonly string[];
  readonly databases: 'all' | readonly number[];
}

/** Which commands may run. */
export interface CommandSet {
  /** Whether the command or subcommand (`config|get`) may run with any arguments. A container: whether all of it may. */
  has(command: string): boolean;
  /** The same, but of a container only its own bit, which no command that runs asks for. */
  allows(command: string): boolean;
  /** First arguments that are allowed though the command itself is not: `+select|0`; lower-case command → arguments. */
  readonly firstArguments: ReadonlyMap<string, readonly string[]>;
  /** Whether commands that the target does not know may run, of modules and of coming releases: `+@all` without a later `-@all`. */
  readonly future: boolean;
  /** Every command and subcommand of the target that may run with any arguments, sorted; containers are not commands that run. */
  list(): readonly string[];
}

export interface KeyPattern {
  readonly pattern: string;
  readonly read: boolean;
  readonly write: boolean;
}

/** One word that changes a user's rights, such as `+@read`, `~app:*`, `on`. */
export interface AclRule {
  readonly word: Word;
  readonly at: Place;
}

/** What one ACL rule did when it was applied. */
export interface AclEffect {
  readonly rule: AclRule;
  readonly outcome: 'applied' | 'no-effect' | 'refused';
  /** The server's text for a refused one. */
  readonly serverSays: string | undefined;
  /** Commands and subcommands that this ACL rule added and took away; of a selector those that it allows. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The later ACL rule of the same user that changed the last of what it added or removed back. */
  readonly undoneBy: AclRule | undefined;
  /** For a selector: what its own ACL rules did, in order. */
  readonly inside: readonly AclEffect[];
}
