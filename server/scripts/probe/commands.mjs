/** @typedef {import('../../../test/support/servers/connection.js').Connection} Connection */

/**
 * What a server says of its commands.
 *
 * @param {Connection} connection
 * @returns {Promise<{ commands: Record<string, object>, keySpecs: Record<string, object[]> | undefined } | undefined>}
 *   `keySpecs` is undefined before 7.0; all is where there is no COMMAND (Redis 6.0's sentinel)
 */
export async function probeCommands(connection) {
  const rows = await connection.ask('COMMAND');
  if (!Array.isArray(rows)) return undefined;
  const docs = pairs(await connection.ask('COMMAND', 'DOCS'));

  const commands = {};
  const keySpecs = {};
  for (const row of rows.toSorted(byName)) {
    const name = row[0];
    commands[name] = described(row, docs[name], keySpecs);
  }
  return { commands, keySpecs: rows.some((row) => row.length > 8) ? keySpecs : undefined };
}

/** Flat name, value, name, value … as a record; anything else as an empty one. */
function pairs(reply) {
  const record = {};
  if (Array.isArray(reply)) {
    for (let i = 0; i + 1 < reply.length; i += 2) record[reply[i]] = reply[i + 1];
  }
  return record;
}

function described(row, docs, keySpecs) {
  const [name, arity, flags, first, last, step, categories, , specs = [], subcommands = []] = row;
  const doc = pairs(docs);
  const subdocs = pairs(doc.subcommands);
  if (specs.length > 0) keySpecs[name] = specs.map(keySpec);
  return {
    acl_categories: categories.map((category) => category.replace(/^@/, '')).sort(),
    arity,
    deprecated_since: doc.deprecated_since,
    flags: flags.toSorted(),
    group: doc.group,
    keys: [first, last, step],
    since: doc.since,
    subcommands: subcommands.length === 0 ? undefined : describedAll(subcommands, subdocs, keySpecs),
  };
}

function describedAll(rows, docs, keySpecs) {
  return Object.fromEntries(
    rows.toSorted(byName).map((row) => [row[0].split('|')[1], described(row, docs[row[0]], keySpecs)]),
  );
}

function byName([a], [b]) {
  return a < b ? -1 : 1;
}

function keySpec(reply) {
  const { flags, begin_search: begin, find_keys: find } = pairs(reply);
  return { beginSearch: method(begin), findKeys: method(find), flags: flags.toSorted() };
}

function method(reply) {
  const { type, spec } = pairs(reply);
  return { type, ...pairs(spec) };
}
