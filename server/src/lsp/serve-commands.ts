import { effectiveText } from '../features/effective-text.js';
import { whoCanRun } from '../features/who-can-run.js';
import { effectiveUri, rulePage } from './provided-texts.js';
import { inProject, type Workbench } from './workbench.js';

/** Commands that any editor may execute; they answer with what is to be shown. */
export const COMMANDS = {
  /** URI of a file → the configuration that its server would run with, as text. */
  effectiveText: 'redisHardening.effectiveText',
  /** URI of a file → address of the document that holds the same. */
  effectiveDocument: 'redisHardening.effectiveDocument',
  /** Id of a rule → its page in Markdown. */
  rulePage: 'redisHardening.rulePage',
  /** URI of a file → names of the commands that its server has. */
  commands: 'redisHardening.commands',
  /** URI of a file, words of a command → each user with what the server says to it. */
  whoCanRun: 'redisHardening.whoCanRun',
} as const;

/** Answers `workspace/executeCommand`. */
export function serveCommands(workbench: Workbench): void {
  const { connection, guard, session } = workbench;
  connection.onExecuteCommand(
    guard<{ command: string; arguments?: unknown[] }, unknown>('command', null, async (params, token) => {
      const [first = '', ...rest] = (params.arguments ?? []).map(String);
      switch (params.command) {
        case COMMANDS.effectiveText:
          return inProject(workbench, first, token, null, effectiveText);
        case COMMANDS.effectiveDocument: {
          const [analysis] = await session.analysesOf(first);
          return analysis === undefined ? null : effectiveUri(analysis.project.root.uri);
        }
        case COMMANDS.rulePage:
          return rulePage(first) ?? null;
        case COMMANDS.commands:
          return inProject(workbench, first, token, [], ({ catalog }) =>
            [...catalog.commands.values()]
              .filter(({ subcommands }) => subcommands.length === 0)
              .map(({ name }) => name),
          );
        case COMMANDS.whoCanRun:
          return inProject(workbench, first, token, [], (project) => whoCanRun(project, rest));
        default:
          return null;
      }
    }),
  );
}
