import type { Catalog } from '../catalog/catalog.js';
import { sameIgnoringCase } from '../catalog/values/c-string.js';
import { gateState } from '../model/gates.js';
import type { Gate } from '../model/harms.js';
import type { Project } from '../model/project.js';
import type { CommandSet, User } from '../model/user.js';

/** Ways to every right: users and settings are rewritten, users are deleted, native code is loaded. */
export const ESCALATING: readonly string[] = [
  'acl|setuser',
  'acl|deluser',
  'config|set',
  'module|load',
  'module|loadex',
];

/** Whom the server replicates, and which part of a cluster it holds. */
export const TOPOLOGY: readonly string[] = [
  'replicaof',
  'slaveof',
  'failover',
  'cluster|meet',
  'cluster|reset',
  'cluster|forget',
  'cluster|failover',
  'cluster|replicate',
  'cluster|setslot',
  'cluster|addslots',
  'cluster|addslotsrange',
  'cluster|delslots',
  'cluster|delslotsrange',
  'cluster|flushslots',
  'cluster|migrateslots',
  'cluster|migration',
];

/** Empty or exchange whole databases; none of them takes a key. */
export const WIPING: readonly string[] = ['flushall', 'flushdb', 'swapdb'];

/** Give away the whole dataset, what other clients send, or secrets; none of them takes a key. */
export const COPYING: readonly string[] = ['psync', 'sync', 'monitor', 'acl|list', 'acl|getuser'];

/** Run code that a client brings, or that another one has brought. */
export const RUNNING_LUA: readonly string[] = ['eval', 'eval_ro', 'evalsha', 'evalsha_ro', 'fcall', 'fcall_ro'];

/** All that has to do with scripts. */
export const SCRIPTING: readonly string[] = [
  ...RUNNING_LUA,
  'script|load',
  'script|flush',
  'script|kill',
  'script|debug',
  'function|load',
  'function|delete',
  'function|flush',
  'function|restore',
];

/** Tell the names of keys whatever the key patterns say. */
export const ENUMERATING: readonly string[] = ['keys', 'scan', 'randomkey', 'dbsize', 'client|tracking'];

/** Read raw payloads, which no client has to be trusted with. */
export const DESERIALISING: readonly string[] = ['restore', 'restore-asking'];

/** Stop, freeze or disturb the server and its clients. */
export const DISRUPTING: readonly string[] = ['shutdown', 'debug', 'client|kill', 'client|pause'];

/** What whoever denies anything means to deny, the worst first. */
export const SENSITIVE: readonly string[] = [
  ...ESCALATING,
  ...WIPING,
  ...TOPOLOGY,
  ...DISRUPTING,
  ...COPYING,
  'acl|load',
  'config|get',
  'config|rewrite',
  'keys',
  'migrate',
  ...SCRIPTING,
  ...DESERIALISING,
];

/** Whether one of the commands is among those that end with all data or all rights in the wrong hands. */
export function areAmongTheWorst(commands: readonly string[]): boolean {
  return commands.some((command) => WORST.has(command));
}

const WORST: ReadonlySet<string> = new Set([...ESCALATING, ...TOPOLOGY, ...WIPING]);

/**
 * Those of the commands that the user may run and that do something here: renamed ones count as out of reach, since
 * their new name is not known, and so does what a setting keeps the server from doing.
 */
export function reachable(user: User, commands: readonly string[], project: Project): readonly string[] {
  const [root, ...selectors] = user.selectors;
  if (selectors.length > 0) return reachableAnew(user, commands, project);
  const answers = answersFor(root.commands, project);
  const known = answers.get(commands) ?? reachableAnew(user, commands, project);
  answers.set(commands, known);
  return known;
}

/** What was found of a list of commands; many users share a set, and lists are mostly constants. */
type Answers = WeakMap<readonly string[], readonly string[]>;

function answersFor(set: CommandSet, project: Project): Answers {
  const sets = reached.get(project) ?? new WeakMap<CommandSet, Answers>();
  reached.set(project, sets);
  const answers = sets.get(set) ?? new WeakMap();
  sets.set(set, answers);
  return answers;
}

const reached = new WeakMap<Project, WeakMap<CommandSet, Answers>>();

function reachableAnew(user: User, commands: readonly string[], project: Project): readonly string[] {
  const renamed = renamedIn(project);
  return commands.filter(
    (command) =>
      isAllowed(user, command, project.catalog) && !renamed.has(containerOf(command)) && !isClosed(command, project),
  );
}

/** Whether the user may run the command or subcommand with some arguments; 6.x know subcommands as first arguments only. */
export function isAllowed(user: Pick<User, 'selectors'>, command: string, { commands: known }: Catalog): boolean {
  if (known.has(command)) return user.selectors.some(({ commands }) => commands.has(command));
  const [container = '', subcommand = ''] = command.split('|');
  if (subcommand === '' || known.get(container)?.subcommands.length !== 0) return false;
  return user.selectors.some(
    ({ commands }) =>
      commands.has(container) ||
      commands.firstArguments.get(container)?.some((argument) => sameIgnoringCase(argument, subcommand)),
  );
}

/** `config` of `config|get`; any other command is its own. */
export function containerOf(command: string): string {
  return command.split('|')[0] ?? command;
}

/** What ACL rules of the target can name: 6.x know no subcommands, and deny the whole command. */
export function deniable(command: string, { commands }: Catalog): string {
  return commands.has(command) ? command : containerOf(command);
}

/** `CONFIG GET` for `config|get`. */
export function written(command: string): string {
  return command.replace('|', ' ').toUpperCase();
}

/** `FLUSHALL, SWAPDB and 3 more`; never more than a reader takes in. */
export function listed(commands: readonly string[]): string {
  const names = commands.map(written);
  const shown = names.length > MOST_SHOWN + 1 ? names.slice(0, MOST_SHOWN) : names;
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

const MOST_SHOWN = 5;

function renamedIn({ settings }: Project): ReadonlySet<string> {
  return new Set(settings.statements('rename-command').map(({ args }) => args[0]?.value.toLowerCase() ?? ''));
}

/** Whether the server would refuse for a reason of its own. */
function isClosed(command: string, { settings }: Project): boolean {
  const gate = GATES[command] ?? GATES[containerOf(command)];
  return gate !== undefined && gateState(gate, settings)?.isOpen === 'no';
}

const GATES: Readonly<Record<string, Gate>> = {
  debug: 'debug-command',
  module: 'module-command',
  replicaof: 'not-a-cluster',
  slaveof: 'not-a-cluster',
  failover: 'not-a-cluster',
  cluster: 'a-cluster',
};
