import { type Connection, isError, type Reply } from '../../../test/support/servers/connection.js';
import { withServer } from '../../../test/support/servers/real-server.js';
import type { Program } from './asking.js';
import { asSettings } from './replies.js';

/** What CONFIG GET shows of a server that was started on an empty file. */
export interface Shown {
  readonly defaults: ReadonlyMap<string, string>;
  /** Those that it shows under their exact name only. */
  readonly hidden: ReadonlySet<string>;
}

/**
 * Asks for all settings.
 *
 * @param words names that may exist although `CONFIG GET *` does not show them
 */
export async function probeDefaults(program: Program, words: readonly string[]): Promise<Shown> {
  const shown = await withServer(program, { files: { conf: '' }, config: 'conf' }, async (_, connection) => {
    const all = asSettings(await connection.ask('CONFIG', 'GET', '*'));
    const unseen = words.filter((word) => !all.has(word));
    const hidden = await settingsOf(connection, unseen);
    return { all, hidden };
  });
  // What we set to talk to it, and where we started it.
  const ours = { unixsocket: '', dir: '@CWD@', port: await defaultPort(program) };
  return {
    defaults: new Map([...shown.all, ...shown.hidden, ...Object.entries(ours)]),
    hidden: new Set(shown.hidden.keys()),
  };
}

/** What CONFIG GET shows of each name; those that it does not know are left out. */
export async function settingsOf(
  connection: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const replies = await connection.askAll(names.map((name) => ['CONFIG', 'GET', name]));
  return new Map(replies.flatMap((reply) => [...asSettings(reply)]));
}

/** Whether CONFIG SET changes a setting, asked with the value that it has: `settable`, `immutable` or `protected`. */
export async function probeRuntime(
  connection: Connection,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const values = await settingsOf(connection, names);
  const replies = await connection.askAll(names.map((name) => ['CONFIG', 'SET', name, values.get(name) ?? '']));
  return new Map(names.map((name, index) => [name, changeability(replies[index] ?? null)]));
}

function changeability(reply: Reply): string {
  if (!isError(reply)) return 'settable';
  if (/can't set immutable config|^ERR Unsupported CONFIG parameter/.test(reply.error)) return 'immutable';
  return reply.error.endsWith("can't set protected config") ? 'protected' : 'settable';
}

/** Only a server that listens there shows it; on an address of its own it disturbs nobody. */
async function defaultPort(program: Program): Promise<string> {
  const host = `127.${(process.pid % 200) + 20}.${Date.now() % 250}.7`;
  const options = ['--bind', host];
  const request = { files: { conf: '' }, config: 'conf', options, address: { host, port: 6379 } };
  return withServer(
    program,
    request,
    async (_, connection) => (await settingsOf(connection, ['port'])).get('port') ?? '',
  );
}
