import { aclBehaviourOf } from './acl-behaviour.js';
import { type Availability, at, type Dated, isIn } from './availability.js';
import { type Catalog, catalogFor } from './catalog.js';
import type { Command } from './command.js';
import names from './data/sentinel.json' with { type: 'json' };
import table from './data/sentinel-commands.json' with { type: 'json' };
import type { Target, TargetName } from './target.js';

/** The catalogue of a Sentinel of that release: the same directives, but no commands for data; made once. */
export function sentinelCatalogFor(target: Target): Catalog {
  const known = catalogs.get(target.name);
  if (known !== undefined) return known;
  const server = catalogFor(target);
  const commands = aclBehaviourOf(target).selectors ? commandsOf(target.name) : earlyCommandsOf(server);
  const catalog: Catalog = {
    ...server,
    commands,
    category: (name) => {
      const members = server.categories.includes(name.toLowerCase()) ? [...commands.values()] : undefined;
      return members?.filter(({ categories }) => categories.has(name.toLowerCase())).map((command) => command.name);
    },
  };
  catalogs.set(target.name, catalog);
  return catalog;
}

interface CommandRow {
  readonly in: Availability;
  readonly arity: Dated<number>;
  readonly flags: Dated<readonly string[]>;
  readonly categories: Dated<readonly string[]>;
}

// Written by build-catalog.mjs in this shape; TypeScript infers one literal type per row.
const ROWS = table.commands as unknown as Readonly<Record<string, CommandRow>>;
const NAMES = names.commands as unknown as Readonly<Record<string, { readonly in: Availability }>>;

const catalogs = new Map<TargetName, Catalog>();

/**
 * Releases that could not be asked, and the nearest ones that could: what came after 7.0 came with 7.2 (`CLIENT SETINFO`
 * with its flag `CMD_SENTINEL`, commands.def).
 */
const NEAREST: Readonly<Partial<Record<TargetName, TargetName>>> = {
  'redis-7.2': 'redis-8.0',
  'redis-7.4': 'redis-8.0',
  'valkey-7.2': 'redis-8.0',
};

function commandsOf(target: TargetName): ReadonlyMap<string, Command> {
  const measured = NEAREST[target] ?? target;
  const rows = Object.entries(ROWS).filter(([, row]) => isIn(row.in, measured));
  return new Map(
    rows.map(([name, row]) => [
      name,
      {
        name,
        arity: at(row.arity, measured) ?? 0,
        flags: new Set(at(row.flags, measured)),
        categories: new Set(at(row.categories, measured)),
        keys: [0, 0, 0],
        container: name.includes('|') ? name.slice(0, name.indexOf('|')) : undefined,
        subcommands: rows.map(([other]) => other).filter((other) => other.startsWith(`${name}|`)),
      },
    ]),
  );
}

/** 6.x: commands as a server has them; `SENTINEL` itself is one more. */
function earlyCommandsOf(server: Catalog): ReadonlyMap<string, Command> {
  const commands = [...server.commands.values()].filter(({ name }) => {
    const row = NAMES[name];
    return row !== undefined && isIn(row.in, server.target.name);
  });
  return new Map([...commands, SENTINEL].map((command) => [command.name, command]));
}

const SENTINEL: Command = {
  name: 'sentinel',
  arity: -2,
  flags: new Set(['admin']),
  categories: new Set(['admin', 'dangerous', 'slow']),
  keys: [0, 0, 0],
  container: undefined,
  subcommands: [],
};
