import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startServer, withServer } from '../../test/support/servers/real-server.js';
import { probeAliases } from './probe/aliases.mjs';
import { forEach } from './probe/asking.mjs';
import { probeCommands } from './probe/commands.mjs';
import { probeIdentity } from './probe/identity.mjs';
import { namesNotQueued, namesRead, wordsInProgram } from './probe/names.mjs';
import { lineTaken, probeRefusedBySentinel, probeSubdirectives } from './probe/sentinel.mjs';
import { probeSentinelCommands } from './probe/sentinel-commands.mjs';
import { probeDefaults, probeRuntime } from './probe/settings.mjs';
import { probeValues } from './probe/values.mjs';

/**
 * @typedef {object} KnownNames names to ask for besides those that stand in the program
 * @property {readonly string[]} directives
 * @property {readonly string[]} subdirectives
 */

/**
 * Asks a server everything that the catalogue holds. Takes a few minutes.
 *
 * @param {string} path of the program
 * @param {KnownNames} known
 * @returns {Promise<string>} the folder of the dump
 */
export async function probeServer(path, known) {
  const server = { path };
  const words = await withServer(server, {}, wordsInProgram);
  const identity = await probeIdentity(server);
  const { commands, keySpecs } = await withServer(server, {}, (_, connection) => probeCommands(connection));
  const directives = await probeDirectives(server, known.directives, words, identity);
  const { sentinel, sentinelCommands } = await probeSentinel(server, known.subdirectives, words, directives, commands);

  const folder = await mkdtemp(join(tmpdir(), 'redis-hardening-dump-'));
  const write = (name, facts) =>
    facts === undefined ? undefined : writeFile(join(folder, name), `${JSON.stringify(facts, null, 1)}\n`);
  await write('server.json', identity);
  await write('commands.json', commands);
  await write('key-specs.json', keySpecs);
  await write('directives.json', directives);
  await write('sentinel.json', sentinel);
  await write('sentinel-commands.json', sentinelCommands);
  return folder;
}

/** Every directive of a server, in the form of `directives.json`. */
async function probeDirectives(server, known, words, identity) {
  const queues = identity.unknown_directive === 'queued';
  const { defaults, hidden } = await probeDefaults(server, [...words.endings, ...known]);
  const others = [...new Set([...words.whole, ...known])].filter((name) => !defaults.has(name));
  const inFilesOnly = await (queues ? namesNotQueued : namesRead)(server, others);

  const names = [...defaults.keys(), ...inFilesOnly].sort();
  const facts = await forEach(names, async (name) => [
    name,
    await probeValues(server, name, { queues, shown: defaults.has(name) }),
  ]);
  const directives = Object.fromEntries(facts);
  const runtime = await withServer(server, {}, (_, connection) => probeRuntime(connection, [...defaults.keys()]));
  const aliases = await probeAliases(server, directives, defaults);
  for (const [name, directive] of Object.entries(directives)) {
    Object.assign(directive, {
      alias_of: aliases.get(name),
      default: defaults.get(name),
      runtime: runtime.get(name),
      hidden_from_config_get_star: hidden.has(name) ? true : undefined,
      not_in_config_get: defaults.has(name) ? undefined : true,
    });
  }
  return directives;
}

/** What a server is and takes as a sentinel. */
async function probeSentinel(server, known, words, directives, commands) {
  const accepted = Object.entries(directives).filter(([, directive]) => directive.file);
  const lines = accepted.map(([name, directive]) => [name, lineTaken(name, directive)]);
  const refused = await probeRefusedBySentinel(server, new Map(lines.filter(([, line]) => line !== undefined)));
  for (const name of refused) directives[name].accepted_in_sentinel_mode = false;

  const candidates = words.whole.filter((word) => word.includes('-') && !directives[word]?.file);
  const subdirectives = await probeSubdirectives(server, [...new Set([...candidates, ...known])].sort());
  const sentinel = await startServer(server, { files: { conf: '' }, config: 'conf', role: 'sentinel' });
  const { names, commands: sentinelCommands } = await probeSentinelCommands(sentinel, Object.keys(commands));
  await sentinel.stop();
  return { sentinel: { subdirectives, commands_in_sentinel_mode: names }, sentinelCommands };
}
