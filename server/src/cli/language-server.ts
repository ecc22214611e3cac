import { readArguments } from './arguments.js';
import { EXIT, type ExitCode, help, usage } from './exit.js';
import { HELP } from './help.js';
import type { Io } from './io.js';

/** `redis-hardening lsp --stdio`: the language server. */
export async function languageServer(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { flags, words, problems } = readArguments(argv, { help: { type: Boolean, alias: 'h' }, stdio: Boolean });
  if (flags.help) return help(HELP.lsp, io);
  if (!flags.stdio) problems.push('write --stdio: the server speaks on standard input and output');
  if (words.length > 0) problems.push(`${words[0]}: files come through the editor`);
  if (problems.length > 0) return usage('lsp', problems, io);
  await io.serveLanguage();
  return EXIT.clean;
}
