import { startServer, withServer } from '../../../test/support/servers/real-server.js';
import type { Facts } from '../catalog/facts.js';
import type { Program, Share } from './asking.js';
import { probeCommands } from './commands.js';
import { probeDirectives } from './directives.js';
import { probeIdentity } from './identity.js';
import { wordsInProgram } from './names.js';
import { probeRefusedBySentinel, probeSubdirectives } from './sentinel.js';
import { probeSentinelCommands } from './sentinel-commands.js';

/** Names to ask for besides those that stand in the program, because other servers have them. */
export interface KnownNames {
  readonly directives: readonly string[];
  readonly subdirectives: readonly string[];
}

/**
 * Asks a server everything that the catalogue holds. Takes a few minutes and starts it several thousand times.
 *
 * @param share of the questions that take a start each; by default all of them
 */
export async function probeServer(
  program: Program,
  known: KnownNames,
  share: Share = (questions) => questions,
): Promise<Facts> {
  const words = await withServer(program, {}, wordsInProgram);
  const identity = await probeIdentity(program);
  const said = await withServer(program, {}, (_, connection) => probeCommands(connection));
  if (said === undefined) throw new Error('the server has no COMMAND');

  const queues = identity.unknown_directive === 'queued';
  const directives = await probeDirectives(program, words, known.directives, queues, share);
  for (const name of await probeRefusedBySentinel(program, directives)) {
    const directive = directives[name];
    if (directive !== undefined) directives[name] = { ...directive, accepted_in_sentinel_mode: false };
  }
  const compound = words.whole.filter((word) => word.includes('-') && directives[word]?.file !== true);
  const asked = share([...new Set([...compound, ...known.subdirectives])].sort());
  const subdirectives = await probeSubdirectives(program, asked);
  const { names, commands } = await sentinelCommands(program, Object.keys(said.commands));
  return {
    'server.json': identity,
    'directives.json': directives,
    'commands.json': said.commands,
    'key-specs.json': said.keySpecs,
    'sentinel.json': { subdirectives, commands_in_sentinel_mode: names },
    'sentinel-commands.json': commands,
  };
}

async function sentinelCommands(program: Program, ordinary: readonly string[]) {
  const sentinel = await startServer(program, { files: { conf: '' }, config: 'conf', role: 'sentinel' });
  if ('verdict' in sentinel) throw new Error('the server does not start as a sentinel');
  try {
    return await probeSentinelCommands(sentinel, ordinary);
  } finally {
    await sentinel.stop();
  }
}
