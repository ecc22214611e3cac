import { threatsOf } from '../model/abilities.js';
import { COMMON, choice, chosenTarget, readArguments } from './arguments.js';
import { EXIT, type ExitCode, help, usage } from './exit.js';
import { givenProject, saysWhetherItLoads } from './given.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import { threatsJson, threatsText } from './report/threats.js';
import { styleFor } from './style.js';

/** `redis-hardening threats`: who can do what harm. */
export async function threats(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(argv, { ...COMMON, format: String });
  const { flags, words, problems } = given;
  const format = choice(given, '--format', flags.format, ['text', 'json']);
  const target = chosenTarget(given, flags.target);
  if (words.length > 1) problems.push(`${words[1]}: only the file that the server is started with is named`);
  if (flags.help) return help(HELP.threats, io);
  if (problems.length > 0) return usage('threats', problems, io);

  const loaded = await givenProject('threats', { path: words[0], target, config: flags.config }, io);
  if (typeof loaded === 'number') return loaded;
  await saysWhetherItLoads(loaded, io);
  const principals = threatsOf(loaded.project);
  await io.stdout.write(
    format === 'json' ? threatsJson(principals, loaded) : threatsText(principals, loaded, styleFor(io.stdout, io)),
  );
  return EXIT.clean;
}
