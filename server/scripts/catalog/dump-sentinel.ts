import type { Entries } from './dated-table.js';
import { commandEntries } from './dump-commands.js';
import type { Facts, SentinelFacts } from './facts.js';

/** In the order in which they are written. */
export const SUBDIRECTIVE_FIELDS = ['arguments'];

/** In the order in which they are written. */
export const SENTINEL_COMMAND_FIELDS = ['container', 'arity', 'flags', 'categories'];

/** The words that may follow `sentinel` in a file, with the argument counts that they take. */
export function subdirectiveEntries({ subdirectives }: SentinelFacts): Entries {
  return Object.fromEntries(
    Object.entries(subdirectives)
      .filter(([, { accepted }]) => accepted)
      .map(([name, { accepted_argument_counts }]) => [name, { arguments: accepted_argument_counts }]),
  );
}

/**
 * The names of the commands that a sentinel has.
 *
 * @returns undefined where COMMAND was refused (Redis 6.0) and the letters of the refusal stand in place of names
 */
export function sentinelCommandNames({ commands_in_sentinel_mode: names }: SentinelFacts): Entries | undefined {
  if (names.some((name) => name.length === 1)) return undefined;
  return Object.fromEntries(names.map((name) => [name, {}]));
}

/** What a live sentinel says of its commands. */
export function sentinelCommandEntries(facts: Facts['sentinel-commands.json']): Entries | undefined {
  if (facts === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(commandEntries(facts)).map(([name, entry]) => [
      name,
      Object.fromEntries(Object.entries(entry).filter(([field]) => SENTINEL_COMMAND_FIELDS.includes(field))),
    ]),
  );
}
