import { isError } from '../../../test/support/servers/connection.js';
import type { RunningServer } from '../../../test/support/servers/real-server.js';
import type { CommandFacts } from '../catalog/facts.js';
import { probeCommands } from './commands.js';

/** The commands that a sentinel has. */
export interface SentinelCommandsSaid {
  readonly names: readonly string[];
  /** Undefined where a sentinel cannot be asked for more than names (Redis 6.0). */
  readonly commands: Readonly<Record<string, CommandFacts>> | undefined;
}

/**
 * Asks a running sentinel.
 *
 * @param ordinary names of the commands that the same program has when it is no sentinel
 */
export async function probeSentinelCommands(
  sentinel: RunningServer,
  ordinary: readonly string[],
): Promise<SentinelCommandsSaid> {
  const connection = await sentinel.connect();
  const commands = (await probeCommands(connection))?.commands;
  connection.close();
  if (commands !== undefined) return { names: Object.keys(commands), commands };

  const names: string[] = [];
  for (const name of [...ordinary, 'sentinel'].sort()) {
    if (await hasCommand(sentinel, name)) names.push(name);
  }
  return { names, commands: undefined };
}

/** A connection each, as some commands change what their connection may do; arguments that make sense to none. */
async function hasCommand(sentinel: RunningServer, name: string): Promise<boolean> {
  const connection = await sentinel.connect();
  const reply = await connection.ask(name, ...Array<string>(12).fill('?'));
  connection.close();
  return !(isError(reply) && reply.error.startsWith('ERR unknown command'));
}
