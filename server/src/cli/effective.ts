import { isSecret, withoutSecrets } from '../model/secrets.js';
import type { Setting } from '../model/settings.js';
import type { Statement } from '../model/statement.js';
import { COMMON, choice, chosenTarget, readArguments } from './arguments.js';
import { EXIT, type ExitCode, help, usage } from './exit.js';
import { givenProject, saysWhetherItLoads } from './given.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import type { Loaded } from './judge.js';
import { printable } from './report/excerpt.js';
import { table } from './table.js';

/** `redis-hardening effective`: the configuration that the server would run with. */
export async function effective(argv: readonly string[], io: Io): Promise<ExitCode> {
  const given = readArguments(argv, { ...COMMON, format: String });
  const { flags, words, problems } = given;
  const format = choice(given, '--format', flags.format, ['text', 'json']);
  const target = chosenTarget(given, flags.target);
  if (words.length > 1) problems.push(`${words[1]}: only the file that the server is started with is named`);
  if (flags.help) return help(HELP.effective, io);
  if (problems.length > 0) return usage('effective', problems, io);

  const loaded = await givenProject('effective', { path: words[0], target, config: flags.config }, io);
  if (typeof loaded === 'number') return loaded;
  await saysWhetherItLoads(loaded, io);
  await io.stdout.write(format === 'json' ? jsonOf(loaded) : textOf(loaded));
  return EXIT.clean;
}

function textOf(loaded: Loaded): string {
  const rows = loaded.project.settings
    .all()
    .map((setting) => [setting.directive.name, printable(shownValue(setting) ?? ''), ...sourceOf(setting, loaded)]);
  const lines = otherLines(loaded).map((statement) => [placeText(statement, loaded), printable(textOfLine(statement))]);
  return [table(rows), ...(lines.length === 0 ? [] : ['\nlines that are no settings\n', table(lines)])].join('');
}

function sourceOf({ winner, overridden }: Setting, loaded: Loaded): readonly string[] {
  if (winner === undefined) return ['default'];
  const others = overridden.map((statement) => placeText(statement, loaded)).join(', ');
  return [placeText(winner, loaded), ...(others === '' ? [] : [`also ${others}`])];
}

function jsonOf(loaded: Loaded): string {
  const { target, settings } = loaded.project;
  const report = {
    version: 1,
    target: target.name,
    settings: settings.all().map((setting) => ({
      name: setting.directive.name,
      ...(isSecret(setting.directive.name)
        ? { secret: true, set: (setting.value ?? '') !== '' }
        : { value: setting.value ?? null }),
      setBy: setting.winner === undefined ? null : placeObject(setting.winner, loaded),
      overridden: setting.overridden.map((statement) => placeObject(statement, loaded)),
    })),
    lines: otherLines(loaded).map((statement) => ({
      directive: statement.name.value.toLowerCase(),
      text: textOfLine(statement),
      ...placeObject(statement, loaded),
    })),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** A secret only shows that it is there. */
function shownValue({ directive, value }: Setting): string | undefined {
  return isSecret(directive.name) && value !== '' ? '…' : value;
}

/** What acts without being a setting: users, renamed commands, modules, the lines of Sentinel. */
function otherLines({ project }: Loaded): readonly Statement[] {
  const refused = new Set(project.refusals.map(({ statement }) => statement));
  const shown = new Set(project.settings.all().map(({ directive }) => directive.canonical));
  return project.statements.filter(
    (statement) =>
      statement.directive !== undefined &&
      !shown.has(statement.directive.canonical) &&
      statement.directive.name !== 'include' &&
      !refused.has(statement),
  );
}

function textOfLine({ document, line }: Statement): string {
  const read = document.lines[line];
  return read === undefined ? '' : withoutSecrets(read, document.dialect).trim();
}

function placeText({ document, line }: Statement, { shown }: Loaded): string {
  return `${printable(shown(document.uri))}:${line + 1}`;
}

function placeObject({ document, line }: Statement, { shown }: Loaded): { path: string; line: number } {
  return { path: shown(document.uri), line: line + 1 };
}
