import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { effectiveText } from '../features/effective-text.js';
import { whoCanRun } from '../features/who-can-run.js';
import { REVEAL_SECRET } from './convert.js';
import { hardeningOf } from './hardening.js';
import { effectiveUri, rulePage } from './provided-texts.js';
import { SHOW_SECRET } from './requests.js';
import { threatsTable } from './threats.js';
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
  /** URI of a file → who can do what harm. */
  threats: 'redisHardening.threats',
  /** URI of a file → mends what can be mended, after the user has confirmed each change; the number of changes. */
  harden: 'redisHardening.harden',
  /** A word out of a code action → shows the password that was made for it. */
  revealSecret: REVEAL_SECRET,
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
        case COMMANDS.threats:
          return inProject(workbench, first, token, null, threatsTable);
        case COMMANDS.harden:
          return harden(workbench, first);
        case COMMANDS.revealSecret: {
          const secret = workbench.secrets.take(first);
          if (secret !== undefined) reveal(workbench, secret);
          return null;
        }
        default:
          return null;
      }
    }),
  );
}

async function harden(workbench: Workbench, uri: string): Promise<number> {
  const { connection, client, session } = workbench;
  const { edit, changes, secrets } = hardeningOf(uri, await session.analysesOf(uri), workbench);
  if (changes === 0 || !client.confirmsChanges) return 0;
  const { applied } = await connection.workspace.applyEdit({ label: 'Harden this file', edit });
  if (!applied) return 0;
  for (const secret of secrets) reveal(workbench, secret);
  return changes;
}

/** Our own client offers the clipboard; others show a message, which is not logged. */
function reveal({ connection, client }: Workbench, secret: string): void {
  if (client.readsFiles) void connection.sendNotification(SHOW_SECRET, { secret });
  else {
    const message = `The new password, shown only now: ${secret}`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
  }
}
