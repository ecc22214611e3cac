import { commandEntries } from './dump-commands.mjs';

/** In the order in which they are written. */
export const SUBDIRECTIVE_FIELDS = ['arguments'];

/** In the order in which they are written. */
export const SENTINEL_COMMAND_FIELDS = ['container', 'arity', 'flags', 'categories'];

/**
 * What a server's `sentinel.json` says of `sentinel` lines and of the commands that a sentinel has.
 *
 * @param {Record<string, any>} facts
 */
export function sentinelEntries(facts) {
  const accepted = Object.entries(facts.subdirectives).filter(([, fact]) => fact.accepted);
  return {
    subdirectives: Object.fromEntries(
      accepted.map(([name, fact]) => [name, { arguments: fact.accepted_argument_counts }]),
    ),
    commands: Object.fromEntries(commandNames(facts).map((name) => [name, {}])),
  };
}

/**
 * What a live sentinel says of its commands.
 *
 * @param {Record<string, any> | undefined} facts in the form of `commands.json`; undefined where the server was not
 *   at hand, or has no COMMAND as a sentinel (Redis 6.0)
 */
export function sentinelCommandEntries(facts) {
  if (facts === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(commandEntries(facts)).map(([name, entry]) => [
      name,
      Object.fromEntries(Object.entries(entry).filter(([field]) => SENTINEL_COMMAND_FIELDS.includes(field))),
    ]),
  );
}

/** Where COMMAND was refused, some dumps hold the letters of the refusal instead of names. */
function commandNames(facts) {
  return facts.commands_in_sentinel_mode.filter((name) => name.length > 1);
}
