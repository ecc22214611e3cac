import { withServer } from '../../../test/support/servers/real-server.js';
import type { DirectiveFacts } from '../catalog/facts.js';
import { probeAliases } from './aliases.js';
import { forEach, type Program, type Share } from './asking.js';
import { namesNotQueued, namesRead, type ProgramWords } from './names.js';
import { probeDefaults, probeRuntime } from './settings.js';
import { probeValues } from './values.js';

/**
 * Every directive of a server: those that it shows, those that it only shows by name, and those that only a file has.
 *
 * @param known names that other servers have
 * @param queues whether the server puts unknown names aside and complains later (Redis 8)
 * @param share of what has to be asked one by one; of the rest only what CONFIG GET and CONFIG SET say is told
 */
export async function probeDirectives(
  program: Program,
  words: ProgramWords,
  known: readonly string[],
  queues: boolean,
  share: Share,
): Promise<Record<string, DirectiveFacts>> {
  const { defaults, hidden } = await probeDefaults(program, [...words.endings, ...known]);
  const unseen = share([...new Set([...words.whole, ...known])].filter((name) => !defaults.has(name)));
  const onlyInFiles = queues ? await namesNotQueued(program, unseen) : await namesRead(program, unseen, new Set(known));

  const shown = [...defaults.keys()];
  const asked = [...share(shown), ...onlyInFiles];
  const values = await forEach(asked, (name) => probeValues(program, name, { queues, shown: defaults.has(name) }));
  const facts = new Map(asked.map((name, index) => [name, values[index]]));
  const runtime = await withServer(program, {}, (_, connection) => probeRuntime(connection, shown));
  const aliases = await probeAliases(program, facts, defaults);
  return Object.fromEntries(
    [...new Set([...shown, ...onlyInFiles])].sort().map((name) => [
      name,
      {
        file: true,
        ...facts.get(name),
        alias_of: aliases.get(name),
        default: defaults.get(name),
        runtime: runtime.get(name),
        hidden_from_config_get_star: hidden.has(name) || undefined,
        not_in_config_get: !defaults.has(name) || undefined,
      },
    ]),
  );
}
