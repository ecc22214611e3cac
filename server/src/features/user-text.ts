import type { Catalog } from '../catalog/catalog.js';
import type { AclEffect, Selector, User } from '../model/user.js';
import { counted, some } from './numbers.js';

/** What a user can do, as Markdown. Says how many passwords there are and never which. */
export function userText(user: User, catalog: Catalog): string {
  const notable = notableCommands(user, catalog);
  return [
    `**${user.name}** — ${stateOf(user)}`,
    ...user.selectors.map((selector, index) => selectorText(selector, index, catalog)),
    notable.length === 0
      ? 'None of the commands that endanger the server.'
      : `Of the commands that endanger the server:\n${notable.map(([harm, names]) => `- ${harm}: ${some(names, 8)}`).join('\n')}`,
  ].join('\n\n');
}

/** The same in one line: `runs 212 of 446 commands; dangerous: EVAL, FUNCTION LOAD`. */
export function userSummary(user: User, catalog: Catalog): string {
  if (!user.enabled) return 'off: nobody can log in';
  if (user.passwords === 0) return 'has no password: nobody can log in';
  const notable = [...new Set(notableCommands(user, catalog).flatMap(([, names]) => names))];
  return [
    ...(user.passwords === 'not-needed' ? ['needs no password'] : []),
    `runs ${allowedCommands(user).size} of ${commandCount(catalog)} commands`,
    ...(notable.length === 0 ? [] : [`dangerous: ${some(notable, 4)}`]),
  ].join('; ');
}

/** What an ACL rule did at its place, as Markdown. */
export function effectText(effect: AclEffect, shownRule: string): string {
  const { outcome, serverSays, added, removed, undoneBy, inside } = effect;
  const lines = [`**\`${shownRule}\`** — ${outcome === 'refused' ? 'refused' : changeOf(effect)}`];
  if (serverSays !== undefined) lines.push(`The server says: ${serverSays}`);
  if (added.length > 0 && inside.length === 0) lines.push(`Adds ${some(added, 12)}.`);
  if (removed.length > 0) lines.push(`Removes ${some(removed, 12)}.`);
  if (undoneBy !== undefined) lines.push(`Undone later in the line, by \`${undoneBy.word.value}\`.`);
  return lines.join('\n\n');
}

function changeOf({ outcome, added, removed, inside }: AclEffect): string {
  if (inside.length > 0) return `a selector that allows ${counted(added.length, 'command')}`;
  if (outcome === 'no-effect') return 'no effect';
  if (added.length === 0 && removed.length === 0) return 'applied';
  const change = (verb: string, names: readonly string[]): string =>
    `${verb} ${names.length === 0 ? 'none' : counted(names.length, 'command')}`;
  return `${change('adds', added)}, ${change('removes', removed)}`;
}

function stateOf({ enabled, passwords }: User): string {
  const login =
    passwords === 'not-needed'
      ? 'needs no password'
      : passwords === 0
        ? 'has no password, so that nobody can log in'
        : `has ${counted(passwords, 'password')}`;
  return `${enabled ? 'on' : 'off, so that nobody can log in'}, ${login}`;
}

function selectorText(selector: Selector, index: number, catalog: Catalog): string {
  const commands = selector.commands.list();
  const title = index === 0 ? '' : `Selector ${index}: `;
  const parts = [
    `${title}${commands.length} of ${commandCount(catalog)} commands${groupsText(commands, catalog)}`,
    `keys: ${keysText(selector)}`,
    `channels: ${selector.channels === 'all' ? 'all' : listed(selector.channels)}`,
    ...(selector.databases === 'all' ? [] : [`databases: ${selector.databases.join(', ') || 'none'}`]),
  ];
  return parts.map((part) => `- ${part}`).join('\n');
}

/** Categories in full, and how much of the others. */
function groupsText(commands: readonly string[], catalog: Catalog): string {
  if (commands.length === 0) return '';
  const allowed = new Set(commands);
  const whole: string[] = [];
  const partly: string[] = [];
  for (const category of GROUPS) {
    const members = (catalog.category(category) ?? []).filter((name) => isCommand(catalog, name));
    const count = members.filter((name) => allowed.has(name)).length;
    if (count === 0) continue;
    if (count === members.length) whole.push(`@${category}`);
    else partly.push(`${count} of ${members.length} of @${category}`);
  }
  return `: ${[...(whole.length > 0 ? [`all of ${whole.join(', ')}`] : []), ...partly].join('; ')}`;
}

const GROUPS = ['read', 'write', 'pubsub', 'transaction', 'connection', 'scripting', 'admin', 'dangerous'] as const;

function keysText({ keys }: Selector): string {
  if (keys === 'all') return 'all';
  return listed(
    keys.map(({ pattern, read, write }) => (read && write ? pattern : `${pattern} (${read ? 'read' : 'write'} only)`)),
  );
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 6).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > 6 ? ` and ${names.length - 6} more` : '');
}

function commandCount(catalog: Catalog): number {
  return [...catalog.commands.keys()].filter((name) => isCommand(catalog, name)).length;
}

/** A container is no command that runs, its subcommands are. */
function isCommand(catalog: Catalog, name: string): boolean {
  return catalog.commands.get(name)?.subcommands.length === 0;
}

function allowedCommands(user: User): ReadonlySet<string> {
  return new Set(user.selectors.flatMap((selector) => selector.commands.list()));
}

/** The commands that a user may run and that endanger the server, by what they are good for to somebody else. */
export function notableCommands(user: User, catalog: Catalog): readonly (readonly [string, readonly string[]])[] {
  const allowed = allowedCommands(user);
  return HARMS.map(([harm, names]) => {
    const found = names.filter((name) => catalog.commands.has(name) && isAllowed(name, allowed, catalog));
    return [harm, found] as const;
  }).filter(([, found]) => found.length > 0);
}

/** Where releases before 7.0 know no subcommands, the container stands for them. */
function isAllowed(name: string, allowed: ReadonlySet<string>, catalog: Catalog): boolean {
  const subcommands = catalog.commands.get(name)?.subcommands ?? [];
  return subcommands.length === 0 && allowed.has(name);
}

const HARMS: readonly (readonly [string, readonly string[]])[] = [
  ['give itself more rights', ['acl', 'acl|setuser', 'acl|deluser', 'acl|load']],
  ['change the configuration', ['config', 'config|set', 'config|rewrite']],
  ['load native code', ['module', 'module|load', 'module|loadex', 'debug']],
  ['run scripts', ['eval', 'evalsha', 'script', 'script|load', 'fcall', 'function|load', 'function|restore']],
  ['delete everything', ['flushall', 'flushdb', 'swapdb', 'function|flush', 'function|delete']],
  ['stop or freeze the server', ['shutdown', 'debug', 'keys', 'client|pause', 'client|kill', 'failover']],
  ['take over replication', ['replicaof', 'slaveof', 'cluster|replicate', 'cluster|reset', 'cluster|meet']],
  [
    'copy data and secrets',
    ['psync', 'sync', 'monitor', 'migrate', 'config|get', 'acl|list', 'acl|getuser', 'slowlog|get'],
  ],
];
