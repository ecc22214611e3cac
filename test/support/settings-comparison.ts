import type { Project } from '../../server/src/model/project.js';
import { byteString } from '../../server/src/text/bytes.js';
import { type Connection, isError } from './servers/connection.js';
import type { RunningServer } from './servers/real-server.js';
import { FOLDER } from './start-comparison.js';

/** What `CONFIG GET` shows and no file decides. */
const NOT_OURS: ReadonlySet<string> = new Set([
  // lowered to what the limit on open files allows
  'maxclients',
  // 6.x show it and do not take it from a file
  'watchdog-period',
]);

/**
 * Compares what a running server answers to `CONFIG GET` with the settings of a project: all that it shows, and the
 * hidden ones that a line sets.
 * @returns where they differ; undefined where they agree, and where the files keep us from asking
 */
export async function settingsDisagreement(running: RunningServer, project: Project): Promise<string | undefined> {
  if (project.refusals.length > 0) {
    return `starts with all refused lines blank, but we say ${project.refusals.map(({ serverSays }) => serverSays).join(' | ')}`;
  }
  const connection = await running.connect({ encoding: 'latin1' });
  try {
    const shown = await shownBy(connection, project);
    if (shown === undefined) return undefined;
    const differences = [...shown].flatMap(([name, value]) =>
      difference(name, value.replaceAll(running.folder, FOLDER), project),
    );
    const missing = project.settings.all().filter(({ directive }) => !shown.has(directive.name));
    const all = [...differences, ...missing.map(({ directive }) => `${directive.name} is not shown`)];
    return all.length === 0 ? undefined : all.join('; ');
  } finally {
    connection.close();
  }
}

async function shownBy(connection: Connection, project: Project): Promise<ReadonlyMap<string, string> | undefined> {
  const password = project.settings.text('requirepass');
  if (password !== '') await connection.ask('AUTH', byteString(password));
  const shown = new Map<string, string>();
  const hidden = project.statements
    .filter(({ directive }) => directive?.hidden === true && directive.inConfigGet)
    .map(({ directive }) => directive?.name ?? '');
  for (const pattern of ['*', ...new Set(hidden)]) {
    const reply = await connection.ask('CONFIG', 'GET', pattern);
    if (!Array.isArray(reply)) return isError(reply) ? undefined : shown;
    for (let i = 0; i + 1 < reply.length; i += 2) shown.set(String(reply[i]), String(reply[i + 1]));
  }
  return shown;
}

function difference(name: string, theirs: string, project: Project): readonly string[] {
  const setting = project.settings.get(name);
  if (NOT_OURS.has(name)) return [];
  if (setting === undefined) return [`${name} is unknown to us`];
  const ours = setting.value === undefined && name === 'dir' ? FOLDER : byteString(setting.value ?? '');
  return ours === theirs ? [] : [`${name} is ${JSON.stringify(theirs)}, we say ${JSON.stringify(ours)}`];
}
