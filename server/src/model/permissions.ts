import { type AclBehaviour, aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Command } from '../catalog/command.js';
import { asciiLower, cString, sameIgnoringCase } from '../catalog/values/c-string.js';
import { decidingRule } from './deciding-rule.js';
import type { CommandNames } from './renames.js';
import type { AclRule, User } from './user.js';
import { type Denial, furthest, type Verdict, verdictOf } from './verdict.js';

/** What the server says to a whole command of a user. */
export interface Decision {
  readonly allowed: boolean;
  /** What it depends on: the command, a key, a channel, a database; or that there is no such command to run. */
  readonly because: 'allowed' | 'command' | 'key' | 'channel' | 'database' | 'unknown-command' | 'argument-count';
  /** As `ACL DRYRUN` says it; `OK` where it is allowed. */
  readonly serverSays: string;
  /** For people: names the command, key, channel or database, and the ACL rule. */
  readonly reason: string;
  /** The ACL rule that decided: the last one that allowed or denied the command. */
  readonly rule: AclRule | undefined;
}

/** What a command's verdict hangs on besides the user. */
export interface Circumstances {
  /** After all `rename-command` lines; without it every command has its own name. */
  readonly names?: CommandNames;
  /** The database that the connection has selected. */
  readonly database?: number;
  /** How many databases there are. */
  readonly databases?: number;
}

/**
 * Decides whether a user may run a command as `ACLCheckAllUserCommandPerm` (acl.c) does, and says so as `ACL DRYRUN`
 * would. Whether the user is on, or a client is logged in as it, is not asked.
 * @param argv the command's name, subcommand and arguments
 */
export function decide(
  user: User,
  argv: readonly string[],
  catalog: Catalog,
  circumstances: Circumstances = {},
): Decision {
  const behaviour = aclBehaviourOf(catalog.target);
  const command = commandOf(argv, catalog, circumstances.names);
  if (command === undefined) return isQuit(argv, behaviour) ? ANSWERED_AT_ONCE : noSuchCommand(argv, behaviour);
  if (!fitsArity(command, argv)) {
    const says = `wrong number of arguments for '${registered(command)}' command`;
    return { allowed: false, because: 'argument-count', serverSays: says, reason: says, rule: undefined };
  }
  const verdicts: Verdict[] = [];
  for (const [index, selector] of user.selectors.entries()) {
    const verdict = verdictOf(selector, command, argv, catalog, circumstances);
    if (verdict.because === 'allowed') return allowed(user, index, command, argv);
    verdicts.push(verdict);
  }
  return denied(user, command, argv, furthest(verdicts), behaviour);
}

/** Whether the user may run a command or subcommand with arguments that hold no keys and channels it may not use. */
export function mayRun(user: User, command: string): boolean {
  return user.selectors.some(({ commands }) => commands.has(command));
}

/** Every command and subcommand that the user may run, by its own permissions or by any selector, sorted. */
export function commandsOf(user: User): readonly string[] {
  const [root, ...others] = user.selectors;
  return others.reduce((names, { commands }) => mergedNames(names, commands.list()), root.commands.list());
}

/** Two sorted lists as one. */
function mergedNames(a: readonly string[], b: readonly string[]): readonly string[] {
  const merged: string[] = [];
  let i = 0;
  for (const name of b) {
    for (let next = a[i]; next !== undefined && next < name; next = a[++i]) merged.push(next);
    if (a[i] === name) i++;
    merged.push(name);
  }
  return [...merged, ...a.slice(i)];
}

/** The command that the arguments call: of a container the subcommand, if they name one (`lookupCommandLogic`). */
export function commandOf(
  argv: readonly string[],
  { commands }: Catalog,
  names: CommandNames | undefined = undefined,
): Command | undefined {
  const called = asciiLower(cString(argv[0] ?? ''));
  const original = names === undefined ? called : names.originalOf(called);
  const command = original === undefined ? undefined : commands.get(original);
  if (command === undefined || command.container !== undefined) return undefined;
  if (command.subcommands.length === 0 || argv.length === 1) return command;
  return commands.get(`${command.name}|${asciiLower(cString(argv[1] ?? ''))}`);
}

function fitsArity({ arity }: Command, argv: readonly string[]): boolean {
  return arity > 0 ? argv.length === arity : argv.length >= -arity;
}

const ANSWERED_AT_ONCE: Decision = {
  allowed: true,
  because: 'allowed',
  serverSays: 'OK',
  reason: 'quit is answered before any rights are looked at',
  rule: undefined,
};

function isQuit(argv: readonly string[], { quit }: AclBehaviour): boolean {
  return quit === 'answered-at-once' && sameIgnoringCase(argv[0] ?? '', 'quit');
}

function noSuchCommand(argv: readonly string[], { denial }: AclBehaviour): Decision {
  const name = argv[0] ?? '';
  const args = argv.slice(1).map((argument) => `\`${argument}\`, `);
  const serverSays =
    denial === 'or-its-subcommand'
      ? `unknown command \`${name}\`, with args beginning with: ${args.join('')}`
      : `Command '${name}' not found`;
  const reason = `there is no command ${argv.slice(0, 2).join(' ')}`;
  return { allowed: false, because: 'unknown-command', serverSays, reason, rule: undefined };
}

function allowed(user: User, selector: number, command: Command, argv: readonly string[]): Decision {
  const rule = () => decidingRule(user, selector, command, argv, 'added');
  return {
    allowed: true,
    because: 'allowed',
    serverSays: 'OK',
    get reason() {
      const word = rule()?.word.value;
      if (word !== undefined) return `${word} allows ${command.name}`;
      return user.definedAt === undefined && user.trace.length === 0
        ? 'the built-in default user may run everything'
        : `nothing takes ${command.name} away`;
    },
    get rule() {
      return rule();
    },
  };
}

function denied(
  user: User,
  command: Command,
  argv: readonly string[],
  { because, index }: { readonly because: Denial; readonly index: number },
  behaviour: AclBehaviour,
): Decision {
  const rule = () => (because === 'command' ? decidingRule(user, 0, command, argv, 'removed') : undefined);
  const argument = argv[index] ?? '';
  return {
    allowed: false,
    because,
    serverSays: denialText(user, command, because, argument, behaviour),
    get reason() {
      const word = rule()?.word.value;
      if (because !== 'command') return `no ACL rule gives access to the ${because} ${argument}`;
      return word === undefined ? `no ACL rule allows ${command.name}` : `${word} denies ${command.name}`;
    },
    get rule() {
      return rule();
    },
  };
}

/** `getAclErrorMessage` in its verbose form; of 6.x what the command is answered with. */
function denialText(
  { name }: User,
  command: Command,
  because: Denial,
  argument: string,
  { denial }: AclBehaviour,
): string {
  if (denial === 'or-its-subcommand') {
    return because === 'command'
      ? `this user has no permissions to run the '${command.name}' command or its subcommand`
      : `this user has no permissions to access one of the ${because}s used as arguments`;
  }
  const who = denial === 'this-user' ? 'This user' : `User ${name}`;
  if (because === 'command') return `${who} has no permissions to run the '${registered(command)}' command`;
  if (because === 'database') return `${who} has no permissions to access database ${argument}`;
  return `${who} has no permissions to access the '${argument}' ${because}`;
}

/** The built-in modules of Redis 8 write the names of their commands in capitals. */
function registered({ name, flags }: Command): string {
  return flags.has('module') ? name.toUpperCase() : name;
}
