import type { AclGround } from '../../server/src/model/acl-ground.js';
import { isError, type Reply } from './servers/connection.js';
import type { RunningServer } from './servers/real-server.js';

/**
 * What a server says to the commands of a user, as `decide` words it: `ACL DRYRUN` where there is such a thing, else
 * the commands themselves, queued in a transaction that is never carried out.
 * @param words the user's ACL rules, which the server takes
 */
export async function answersTo(
  commands: readonly (readonly string[])[],
  words: readonly string[],
  running: RunningServer,
  { behaviour }: AclGround,
): Promise<readonly string[]> {
  return behaviour.selectors ? dryRuns(commands, words, running) : queued(commands, words, running);
}

async function dryRuns(
  commands: readonly (readonly string[])[],
  words: readonly string[],
  running: RunningServer,
): Promise<readonly string[]> {
  const connection = await running.connect();
  try {
    await connection.ask('ACL', 'SETUSER', 'u', 'reset', ...words);
    const replies = await connection.askAll(commands.map((argv) => ['ACL', 'DRYRUN', 'u', ...argv]));
    return replies.map((reply) => (isError(reply) ? reply.error.replace(/^ERR /, '') : String(reply)));
  } finally {
    connection.close();
  }
}

/**
 * Rights are looked at when a command is queued. The user is let into the transaction with all rights and given its
 * own ones then, which hold for connections that are open.
 */
async function queued(
  commands: readonly (readonly string[])[],
  words: readonly string[],
  running: RunningServer,
): Promise<readonly string[]> {
  const admin = await running.connect();
  const client = await running.connect();
  try {
    await admin.ask('ACL', 'SETUSER', 'u', 'reset', 'on', 'nopass', '+@all', '~*');
    await client.ask('AUTH', 'u', 'any');
    await client.ask('MULTI');
    await admin.ask('ACL', 'SETUSER', 'u', 'reset', ...words);
    return (await client.askAll(commands)).map(verdictIn);
  } finally {
    admin.close();
    client.close();
  }
}

/** Only a command that is allowed gets so far as to be queued, or to be refused in a transaction. */
function verdictIn(reply: Reply): string {
  if (!isError(reply)) return 'OK';
  if (reply.error.startsWith('NOPERM ')) return reply.error.slice('NOPERM '.length);
  return /^ERR (?:unknown command|wrong number of arguments)/.test(reply.error)
    ? reply.error.slice('ERR '.length)
    : 'OK';
}

/** Commands that a transaction carries out at once, and that would end it or the connection. */
export const ENDS_TRANSACTION: ReadonlySet<string> = new Set(['exec', 'discard', 'quit', 'multi', 'watch']);
