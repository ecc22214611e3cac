import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { verdictOf, withServer } from '../../../test/support/servers/real-server.js';
import type { ServerFacts } from '../catalog/facts.js';
import { type Program, readLine } from './asking.js';
import { asRecord } from './replies.js';
import { settingsOf } from './settings.js';

/** What a server program is, and how it was built. */
export async function probeIdentity(program: Program): Promise<ServerFacts> {
  const { stdout } = await promisify(execFile)(program.path, ['--version']);
  const [, product = '', version = ''] = /^(\w+) server v=([\d.]+)/.exec(stdout) ?? [];
  const bad = await verdictOf(program, { files: { conf: 'port x\n' }, config: 'conf' });
  return {
    family: product.toLowerCase(),
    version,
    fatal_banner: bad.log[0]?.message ?? '',
    save_default_with_config_file: await savePoints(program),
    active_defrag_supported: 'accepted' in (await readLine(program, 'activedefrag yes')),
    tls: 'accepted' in (await readLine(program, 'tls-port 0')),
    libsystemd: await hasSystemd(program),
    unknown_directive: (await queuesUnknownNames(program)) ? 'queued' : 'fatal',
    ...(await whenRunning(program)),
  };
}

/** Whether a server puts unknown names aside and complains after reading, of all at once (Redis 8). */
async function queuesUnknownNames(program: Program): Promise<boolean> {
  const result = await verdictOf(program, { files: { conf: 'no-such-directive x\n' }, config: 'conf' });
  return result.verdict === 'refused' && result.unresolved.length > 0;
}

async function savePoints(program: Program): Promise<string> {
  const request = { files: { conf: '' }, config: 'conf' };
  return withServer(
    program,
    request,
    async (_, connection) => (await settingsOf(connection, ['save'])).get('save') ?? '',
  );
}

async function hasSystemd(program: Program): Promise<boolean> {
  const { log } = await verdictOf(program, { files: { conf: 'supervised systemd\n' }, config: 'conf' });
  return !log.some(({ message }) => message.includes('compiled without libsystemd'));
}

async function whenRunning(program: Program) {
  return withServer(program, {}, async (_, connection) => {
    const modules = await connection.ask('MODULE', 'LIST');
    const info = String(await connection.ask('INFO', 'server'));
    return {
      modules_loaded_by_default: (Array.isArray(modules) ? modules : [])
        .map((module) => String(asRecord(module)['name']))
        .sort(),
      redis_version_reported: /^redis_version:(\S+)/m.exec(info)?.[1] ?? '',
    };
  });
}
