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

/**
 * One server's `commands.json` as catalogue entries; a subcommand's name is `container|sub`.
 *
 * @param {Record<string, any>} facts
 * @returns {Record<string, object>}
 */
export function commandEntries(facts) {
  const entries = {};
  for (const [name, fact] of Object.entries(facts)) {
    const lower = name.toLowerCase();
    entries[lower] = commandEntry(fact);
    for (const [subcommand, subfact] of Object.entries(fact.subcommands ?? {})) {
      entries[`${lower}|${subcommand.toLowerCase()}`] = commandEntry(subfact);
    }
  }
  return entries;
}

/**
 * One server's `key-specs.json` as catalogue entries.
 *
 * @param {Record<string, object[]> | undefined} facts undefined where COMMAND INFO tells none (before 7.0) or
 *   the server was not at hand
 * @returns {Record<string, object> | undefined}
 */
export function keySpecEntries(facts) {
  if (facts === undefined) return undefined;
  return Object.fromEntries(Object.entries(facts).map(([name, specs]) => [name.toLowerCase(), { specs }]));
}

function commandEntry(fact) {
  return Object.fromEntries(
    Object.entries({
      container: fact.subcommands === undefined ? undefined : true,
      module: moduleOf(fact),
      group: fact.group,
      arity: fact.arity,
      flags: [...fact.flags].sort(),
      categories: [...fact.acl_categories].sort(),
      keys: fact.keys,
      since: fact.since,
      deprecatedSince: fact.deprecated_since,
    }).filter(([, value]) => value !== undefined),
  );
}

/** Vector sets are the only commands of a module that a server under measurement brings along. */
function moduleOf(fact) {
  return fact.flags.includes('module') ? 'vectorset' : undefined;
}
