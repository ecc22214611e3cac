import type { Catalog } from '../../catalog/catalog.js';
import { commandsOf } from '../../model/permissions.js';
import type { Project } from '../../model/project.js';
import type { KeyPattern, Selector, User } from '../../model/user.js';
import { table } from '../table.js';
import { printable } from './excerpt.js';

/** Version 1 of what users may do, in pieces, one line a user: an ACL file may have very many. */
export function* usersJson(users: readonly User[], { target }: Project): Generator<string> {
  yield `{"version":1,"target":${JSON.stringify(target.name)},"users":[\n`;
  for (const [index, user] of users.entries()) {
    yield `${JSON.stringify(userObject(user))}${index < users.length - 1 ? ',' : ''}\n`;
  }
  yield ']}\n';
}

function userObject(user: User): unknown {
  const [root, ...selectors] = user.selectors;
  return {
    name: user.name,
    enabled: user.enabled,
    passwords: user.passwords === 'not-needed' ? 0 : user.passwords,
    nopass: user.passwords === 'not-needed',
    commands: commandsOf(user),
    ...dataOf(root),
    selectors: selectors.map((selector) => ({ commands: selector.commands.list(), ...dataOf(selector) })),
  };
}

interface SelectorData {
  readonly keys: readonly string[];
  readonly channels: readonly string[];
  readonly databases?: readonly number[];
}

/** Databases are named only where not all may be used. */
function dataOf({ keys, channels, databases }: Selector): SelectorData {
  return {
    keys: keys === 'all' ? ['~*'] : keys.map(keyRule),
    channels: channels === 'all' ? ['&*'] : channels.map((channel) => `&${channel}`),
    ...(databases === 'all' ? {} : { databases }),
  };
}

/** As `ACL LIST` writes it. */
function keyRule({ pattern, read, write }: KeyPattern): string {
  if (read && write) return `~${pattern}`;
  return `%${read ? 'R' : ''}${write ? 'W' : ''}~${pattern}`;
}

/** A table for people: how a user logs in, what data it reaches, how many commands it has and which groups whole. */
export function* usersTable(users: readonly User[], { catalog }: Project): Generator<string> {
  const runnable = [...catalog.commands.values()].filter(({ subcommands }) => subcommands.length === 0).length;
  for (let from = 0; from < users.length; from += PAGE) {
    const rows = users.slice(from, from + PAGE).flatMap((user) => userRows(user, catalog, runnable));
    yield table([...(from === 0 ? [HEADINGS] : []), ...rows]);
  }
}

/** Rows whose columns are made of one width. */
const PAGE = 500;

const HEADINGS = ['USER', 'LOGIN', 'KEYS', 'CHANNELS', 'COMMANDS', 'GROUPS'];

/** A row for the user's own permissions, and one for each selector, which opens another way. */
function userRows(user: User, catalog: Catalog, runnable: number): readonly (readonly string[])[] {
  return user.selectors.map((selector, index) => {
    const commands = selector.commands.list();
    const { keys, channels } = dataOf(selector);
    return [
      index === 0 ? printable(user.name) : '',
      index === 0 ? loginOf(user) : 'or',
      printable(keys.join(' ')) || '-',
      printable(channels.join(' ')) || '-',
      `${commands.length} of ${runnable}`,
      groupsOf(commands, catalog),
    ];
  });
}

function loginOf({ enabled, passwords }: User): string {
  if (!enabled) return 'off';
  if (passwords === 'not-needed') return 'no password';
  return passwords === 0 ? 'nobody' : `${passwords} password${passwords === 1 ? '' : 's'}`;
}

/** The categories of which every command is allowed; `@all` alone where that is so. */
function groupsOf(commands: readonly string[], catalog: Catalog): string {
  const allowed = new Set(commands);
  const isWhole = (name: string): boolean => {
    const members = (catalog.category(name) ?? []).filter(
      (member) => catalog.commands.get(member)?.subcommands.length === 0,
    );
    return members.length > 0 && members.every((member) => allowed.has(member));
  };
  const whole = catalog.categories.filter(isWhole);
  return whole.length === catalog.categories.length ? '@all' : whole.map((name) => `@${name}`).join(' ') || '-';
}
