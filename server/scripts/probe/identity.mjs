import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { verdictOf, withServer } from '../../../test/support/servers/real-server.js';
import { readLine } from './asking.mjs';
import { asMap } from './settings.mjs';

const run = promisify(execFile);

/**
 * What a server program is, and how it was built.
 *
 * @param {{ path: string }} server
 * @returns {Promise<object>} in the form of `server.json`
 */
export async function probeIdentity(server) {
  const { stdout } = await run(server.path, ['--version']);
  const [, product, version] = /^(\w+) server v=([\d.]+)/.exec(stdout);
  const unknown = await verdictOf(server, { files: { conf: 'no-such-directive x\n' }, config: 'conf' });
  const bad = await verdictOf(server, { files: { conf: 'port x\n' }, config: 'conf' });
  return {
    family: product.toLowerCase(),
    version,
    fatal_banner: bad.log[0].message,
    save_default_with_config_file: await savePoints(server, { files: { conf: '' }, config: 'conf' }),
    save_default_without_config_file: await savePoints(server, {}),
    active_defrag_supported: 'accepted' in (await readLine(server, 'activedefrag yes')),
    tls: 'accepted' in (await readLine(server, 'tls-port 0')),
    libsystemd: await hasSystemd(server),
    unknown_directive: unknown.unresolved.length > 0 ? 'queued' : 'fatal',
    ...(await whenRunning(server)),
  };
}

async function savePoints(server, request) {
  return withServer(server, request, async (_, connection) =>
    asMap(await connection.ask('CONFIG', 'GET', 'save')).get('save'),
  );
}

async function hasSystemd(server) {
  const { log } = await verdictOf(server, { files: { conf: 'supervised systemd\n' }, config: 'conf' });
  return !log.some(({ message }) => message.includes('compiled without libsystemd'));
}

async function whenRunning(server) {
  return withServer(server, {}, async (_, connection) => {
    const modules = await connection.ask('MODULE', 'LIST');
    const info = String(await connection.ask('INFO', 'server'));
    return {
      modules_loaded_by_default: modules.map((module) => asMap(module).get('name')).sort(),
      redis_version_reported: /^redis_version:(\S+)/m.exec(info)?.[1],
    };
  });
}
