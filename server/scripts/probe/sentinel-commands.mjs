import { isError } from '../../../test/support/servers/connection.js';
import { probeCommands } from './commands.mjs';

/**
 * The commands that a sentinel has.
 *
 * @param {import('../../../test/support/servers/real-server.js').RunningServer} sentinel
 * @param {readonly string[]} ordinary names of the same program's commands when it is no sentinel
 * @returns {Promise<{ names: string[], commands: Record<string, object> | undefined }>} `commands` is undefined
 *   where a sentinel cannot be asked for more than names (Redis 6.0)
 */
export async function probeSentinelCommands(sentinel, ordinary) {
  const connection = await sentinel.connect();
  const commands = (await probeCommands(connection))?.commands;
  connection.close();
  if (commands !== undefined) return { names: Object.keys(commands), commands };

  const names = [];
  for (const name of [...ordinary, 'sentinel'].sort()) {
    if (await exists(sentinel, name)) names.push(name);
  }
  return { names, commands: undefined };
}

/** A connection each, as some commands change what their connection may do; arguments that make sense to none. */
async function exists(sentinel, name) {
  const connection = await sentinel.connect();
  const reply = await connection.ask(name, ...Array(12).fill('?'));
  connection.close();
  return !(isError(reply) && reply.error.startsWith('ERR unknown command'));
}
