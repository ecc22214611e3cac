import { isError } from '../../../test/support/servers/connection.js';
import { withServer } from '../../../test/support/servers/real-server.js';

/**
 * What CONFIG GET shows of a server that was started on an empty file.
 *
 * @param {{ path: string }} server
 * @param {readonly string[]} words names that may exist although `CONFIG GET *` does not show them
 * @returns {Promise<{ defaults: Map<string, string>, hidden: Set<string> }>}
 */
export async function probeDefaults(server, words) {
  return withServer(server, { files: { conf: '' }, config: 'conf' }, async (_, connection) => {
    const defaults = asMap(await connection.ask('CONFIG', 'GET', '*'));
    const hidden = new Set();
    const unseen = words.filter((word) => !defaults.has(word));
    const replies = await connection.askAll(unseen.map((word) => ['CONFIG', 'GET', word]));
    for (const [index, name] of unseen.entries()) {
      const value = asMap(replies[index]).get(name);
      if (value === undefined) continue;
      hidden.add(name);
      defaults.set(name, value);
    }
    // What we had to set to talk to it, and where we started it.
    defaults
      .set('unixsocket', '')
      .set('dir', '@CWD@')
      .set('port', await defaultPort(server));
    return { defaults, hidden };
  });
}

/**
 * Whether CONFIG SET changes a setting, asked with the value that it has.
 *
 * @param {import('../../../test/support/servers/connection.js').Connection} connection
 * @param {readonly string[]} names
 * @returns {Promise<Map<string, 'settable' | 'immutable' | 'protected'>>}
 */
export async function probeRuntime(connection, names) {
  const current = await connection.askAll(names.map((name) => ['CONFIG', 'GET', name]));
  const values = names.map((name, index) => asMap(current[index]).get(name) ?? '');
  const replies = await connection.askAll(names.map((name, index) => ['CONFIG', 'SET', name, values[index]]));
  return new Map(names.map((name, index) => [name, changeability(replies[index])]));
}

/**
 * The pairs of a CONFIG GET.
 *
 * @param {import('../../../test/support/servers/connection.js').Reply} reply
 * @returns {Map<string, string>}
 */
export function asMap(reply) {
  const pairs = new Map();
  for (let i = 0; Array.isArray(reply) && i + 1 < reply.length; i += 2) pairs.set(reply[i], reply[i + 1]);
  return pairs;
}

/** Only a server that listens there shows it; on an address of its own it disturbs nobody. */
async function defaultPort(server) {
  const host = `127.${(process.pid % 200) + 20}.${Date.now() % 250}.7`;
  const request = {
    files: { conf: '' },
    config: 'conf',
    options: ['--bind', host],
    address: { host, port: 6379 },
  };
  return withServer(server, request, async (_, connection) =>
    asMap(await connection.ask('CONFIG', 'GET', 'port')).get('port'),
  );
}

function changeability(reply) {
  if (!isError(reply)) return 'settable';
  if (/can't set immutable config|^ERR Unsupported CONFIG parameter/.test(reply.error)) return 'immutable';
  return reply.error.endsWith("can't set protected config") ? 'protected' : 'settable';
}
