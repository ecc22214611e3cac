import { nearest } from '../rules/nearest.js';
import { can } from './can.js';
import { check } from './check.js';
import { effective } from './effective.js';
import { EXIT, type ExitCode, help, usage } from './exit.js';
import { explain } from './explain.js';
import { fix } from './fix.js';
import { HELP, OVERVIEW } from './help.js';
import type { Io } from './io.js';
import { languageServer } from './language-server.js';
import { newConfiguration } from './new.js';
import { threats } from './threats.js';

/**
 * Runs the command line.
 * @param argv without program and script
 * @returns the exit status; rejects only where the streams do
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  const [name = '--help', ...rest] = argv;
  const command = COMMANDS.get(name);
  if (command !== undefined) return command(rest, io);
  switch (name) {
    case '--version':
      await io.stdout.write(`redis-hardening ${io.version}\n`);
      return EXIT.clean;
    case '--help':
    case '-h':
    case 'help':
      return help(new Map(Object.entries(HELP)).get(rest[0] ?? '') ?? OVERVIEW, io);
    default:
      return unknownCommand(name, io);
  }
}

type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>;

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['check', check],
  ['fix', fix],
  ['effective', effective],
  ['can', can],
  ['threats', threats],
  ['new', newConfiguration],
  ['explain', explain],
  ['lsp', languageServer],
]);

function unknownCommand(name: string, io: Io): Promise<ExitCode> {
  const meant = nearest(name, COMMANDS.keys()) ?? (/[/.]/.test(name) ? `check ${name}` : undefined);
  return usage('', [`unknown command ${name}${meant === undefined ? '' : `: write redis-hardening ${meant}`}`], io);
}
