import type { Entries, Entry } from './dated-table.js';
import type { CommandFacts, Facts } from './facts.js';

/** In the order in which they are written. */
export const COMMAND_FIELDS = [
  'container',
  'module',
  'group',
  'arity',
  'flags',
  'categories',
  'keys',
  'since',
  'deprecatedSince',
];

/** In the order in which they are written. */
export const KEY_SPEC_FIELDS = ['specs'];

/** Every command by its lower-case name; a subcommand is `container|sub`. */
export function commandEntries(facts: Readonly<Record<string, CommandFacts>>): Entries {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) => [
      [name.toLowerCase(), commandEntry(fact)],
      ...Object.entries(fact.subcommands ?? {}).map(([subcommand, subfact]) => [
        `${name}|${subcommand}`.toLowerCase(),
        commandEntry(subfact),
      ]),
    ]),
  );
}

/** The key specifications of every command that has some. */
export function keySpecEntries(facts: Facts['key-specs.json']): Entries | undefined {
  if (facts === undefined) return undefined;
  return Object.fromEntries(Object.entries(facts).map(([name, specs]) => [name.toLowerCase(), { specs }]));
}

function commandEntry(fact: CommandFacts): Entry {
  return Object.fromEntries(
    Object.entries({
      container: fact.subcommands === undefined ? undefined : true,
      module: moduleOf(fact),
      group: fact.group,
      arity: fact.arity,
      flags: fact.flags.toSorted(),
      categories: fact.acl_categories.toSorted(),
      keys: fact.keys,
      since: fact.since,
      deprecatedSince: fact.deprecated_since,
    }).filter(([, value]) => value !== undefined),
  );
}

/** Vector sets are the only commands of a module that a server under measurement brings along. */
function moduleOf({ flags }: CommandFacts): string | undefined {
  return flags.includes('module') ? 'vectorset' : undefined;
}
