import { commandEntries } from './dump-commands.mjs';

/** In the order in which they are written. */
export const SUBDIRECTIVE_FIELDS = ['arguments'];

/** In the order in which they are written. */
export const SENTINEL_COMMAND_FIELDS = ['container', 'arity', 'flags', 'categories'];

/**
 * One server's `sentinel.json` as catalogue entries.
 *
 * @param {Record<string, any>} facts
 * @param {Record<string, any> | undefined} commands the live server's answer, in the form of `commands.json`;
 *   without it only the names are known
 */
export function sentinelEntries(facts, commands) {
  return {
    sentinelSubdirectives: subdirectives(facts.subdirectives),
    sentinelCommands: commands === undefined ? names(facts.commands_in_sentinel_mode) : described(commands),
  };
}

function subdirectives(facts) {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, fact]) => fact.accepted)
      .map(([name, fact]) => [name, { arguments: fact.accepted_argument_counts }]),
  );
}

/** Redis 6.0 has no COMMAND in sentinel mode; what was written down there is the letters of its refusal. */
function names(commands) {
  return Object.fromEntries(commands.filter((name) => name.length > 1).map((name) => [name, {}]));
}

function described(commands) {
  return Object.fromEntries(
    Object.entries(commandEntries(commands)).map(([name, entry]) => [
      name,
      Object.fromEntries(Object.entries(entry).filter(([field]) => SENTINEL_COMMAND_FIELDS.includes(field))),
    ]),
  );
}
