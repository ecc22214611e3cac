import { at, type Dated } from './availability.js';
import type { Target, TargetName } from './target.js';

/** Every difference in how the measured servers read and apply ACL rules. */
export interface AclBehaviour {
  /**
   * From Redis 7.0 on: `( … )`, `%R~`, `clearselectors`, and subcommands that the server knows by name. Before, a
   * subcommand is any text that the first argument is compared with.
   */
  readonly selectors: boolean;
  /** `&pattern`: from 6.2 on. */
  readonly channels: boolean;
  /** Whether a new user may use every channel where `acl-pubsub-default` is not set. */
  readonly allChannelsByDefault: boolean;
  /** `db=0,1`, `alldbs`, `resetdbs`: Valkey 9. */
  readonly databases: boolean;
  /** `skip-sanitize-payload`: unknown to 6.0; taken and forgotten by Valkey 9.1. */
  readonly payloadCheck: 'unknown' | 'kept' | 'forgotten';
  /** `+config|get` after `+config`: an error in 6.0; in 6.2 the whole command stays. */
  readonly subcommandOfAllowed: 'refused' | 'ignored';
  /** `(+get (+set)`: whether the second parenthesis belongs to the selector, or begins another in its place. */
  readonly reopenedSelector: 'goes-on' | 'starts-again';
  /** `%` alone: taken for an empty pattern without permissions by releases between 7.2 and 8.0. */
  readonly percentAlone: 'refused' | 'accepted';
  /** Letter case in which `+select|A` is kept. */
  readonly firstArgumentCase: 'kept' | 'lowered';
  /** Whether `+@read` covers commands of modules. */
  readonly categoriesCoverModules: boolean;
  /** The same user on two `user` lines of a configuration file, or twice in an ACL file. */
  readonly duplicateUser: 'replaces' | 'refused';
  /** Which word of a refused `user` line the server names: from 7.0 on, by mistake, the one two places before. */
  readonly namedWord: 'refused' | 'two-before';
  /** What the server says of an unclosed selector in a `user` line, where no earlier error is left over in `errno`. */
  readonly unclosedSelector: 'Unknown command or category name in ACL' | 'Wrong format';
  /** Whether `hide-user-data-from-log` hides names and rules of users too. */
  readonly hidesUsersInLog: boolean;
  /** Which errors of one line of an ACL file are listed. */
  readonly listedErrors: 'every-one' | 'unknown-commands-and-first-other';
  /** Commands that no ACL rule takes away: `AUTH`, or all that run before a client is known (flag `no_auth`). */
  readonly neverDenied: 'auth' | 'no-auth-commands';
  /** `QUIT` is no command of the table in 6.x, and answered before any rights are looked at. */
  readonly quit: 'answered-at-once' | 'a-command';
  /** `SORT k STORE STORE a`: whether the word behind `STORE` can be one itself, as it can but for Redis 8.0. */
  readonly sortDestination: 'looked-at-again' | 'passed-over';
  /** Whether `SORT k BY p* GET q*` reads keys that the key patterns keep from the user. */
  readonly sortPatterns: 'unchecked' | 'all-keys-needed';
  /** How a denial is worded: as the command itself is answered in 6.x, as `ACL DRYRUN` says it later. */
  readonly denial: 'or-its-subcommand' | 'this-user' | 'user-by-name';
  /** Whether a Sentinel loads users at all. */
  readonly sentinelLoadsUsers: boolean;
}

/** How the target treats ACL rules; made once. */
export function aclBehaviourOf(target: Target): AclBehaviour {
  const known = behaviours.get(target.name);
  if (known !== undefined) return known;
  const behaviour = build(target.name);
  behaviours.set(target.name, behaviour);
  return behaviour;
}

const behaviours = new Map<TargetName, AclBehaviour>();

const FROM_7 = 'redis 7.0+ valkey 7.2+';

/** Of each fact the first value that holds for the target; what is measured on all servers stands in `semantics.json`. */
const FACTS: { readonly [Fact in keyof AclBehaviour]: Dated<AclBehaviour[Fact]> } = {
  selectors: {
    dated: [
      { in: FROM_7, value: true },
      { in: 'all', value: false },
    ],
  },
  channels: {
    dated: [
      { in: 'redis 6.0', value: false },
      { in: 'all', value: true },
    ],
  },
  allChannelsByDefault: {
    dated: [
      { in: 'redis 6.2', value: true },
      { in: 'all', value: false },
    ],
  },
  databases: {
    dated: [
      { in: 'valkey 9.1+', value: true },
      { in: 'all', value: false },
    ],
  },
  payloadCheck: {
    dated: [
      { in: 'redis 6.0', value: 'unknown' },
      { in: 'valkey 9.1+', value: 'forgotten' },
      { in: 'all', value: 'kept' },
    ],
  },
  subcommandOfAllowed: {
    dated: [
      { in: 'redis 6.0', value: 'refused' },
      { in: 'all', value: 'ignored' },
    ],
  },
  reopenedSelector: {
    dated: [
      { in: 'redis 7.0', value: 'starts-again' },
      { in: 'all', value: 'goes-on' },
    ],
  },
  percentAlone: {
    dated: [
      { in: 'redis 7.2-7.4 valkey 7.2-8.0', value: 'accepted' },
      { in: 'all', value: 'refused' },
    ],
  },
  firstArgumentCase: {
    dated: [
      { in: 'redis 6.0-7.0', value: 'kept' },
      { in: 'all', value: 'lowered' },
    ],
  },
  categoriesCoverModules: {
    dated: [
      { in: 'redis 7.4+ valkey 8.0+', value: true },
      { in: 'all', value: false },
    ],
  },
  duplicateUser: {
    dated: [
      { in: FROM_7, value: 'refused' },
      { in: 'all', value: 'replaces' },
    ],
  },
  namedWord: {
    dated: [
      { in: FROM_7, value: 'two-before' },
      { in: 'all', value: 'refused' },
    ],
  },
  unclosedSelector: {
    dated: [
      { in: 'redis 6.0-7.0', value: 'Unknown command or category name in ACL' },
      { in: 'all', value: 'Wrong format' },
    ],
  },
  hidesUsersInLog: {
    dated: [
      { in: 'redis 8.6+', value: true },
      { in: 'all', value: false },
    ],
  },
  listedErrors: {
    dated: [
      { in: FROM_7, value: 'unknown-commands-and-first-other' },
      { in: 'all', value: 'every-one' },
    ],
  },
  neverDenied: {
    dated: [
      { in: 'redis 6.0', value: 'auth' },
      { in: 'all', value: 'no-auth-commands' },
    ],
  },
  quit: {
    dated: [
      { in: FROM_7, value: 'a-command' },
      { in: 'all', value: 'answered-at-once' },
    ],
  },
  sortDestination: {
    dated: [
      { in: 'redis 8.0', value: 'passed-over' },
      { in: 'all', value: 'looked-at-again' },
    ],
  },
  sortPatterns: {
    dated: [
      { in: 'redis 6.0-6.2', value: 'unchecked' },
      { in: 'all', value: 'all-keys-needed' },
    ],
  },
  denial: {
    dated: [
      { in: 'redis 6.0-6.2', value: 'or-its-subcommand' },
      { in: 'redis 7.0', value: 'this-user' },
      { in: 'all', value: 'user-by-name' },
    ],
  },
  sentinelLoadsUsers: {
    dated: [
      { in: 'redis 6.0', value: false },
      { in: 'all', value: true },
    ],
  },
};

function build(target: TargetName): AclBehaviour {
  const fact = <K extends keyof AclBehaviour>(name: K): AclBehaviour[K] => {
    const value = at<AclBehaviour[K]>(FACTS[name], target);
    if (value === undefined) throw new RangeError(`nothing is known of ${name} in ${target}`);
    return value;
  };
  return {
    selectors: fact('selectors'),
    channels: fact('channels'),
    allChannelsByDefault: fact('allChannelsByDefault'),
    databases: fact('databases'),
    payloadCheck: fact('payloadCheck'),
    subcommandOfAllowed: fact('subcommandOfAllowed'),
    reopenedSelector: fact('reopenedSelector'),
    percentAlone: fact('percentAlone'),
    firstArgumentCase: fact('firstArgumentCase'),
    categoriesCoverModules: fact('categoriesCoverModules'),
    duplicateUser: fact('duplicateUser'),
    namedWord: fact('namedWord'),
    unclosedSelector: fact('unclosedSelector'),
    hidesUsersInLog: fact('hidesUsersInLog'),
    listedErrors: fact('listedErrors'),
    neverDenied: fact('neverDenied'),
    quit: fact('quit'),
    sortDestination: fact('sortDestination'),
    sortPatterns: fact('sortPatterns'),
    denial: fact('denial'),
    sentinelLoadsUsers: fact('sentinelLoadsUsers'),
  };
}
