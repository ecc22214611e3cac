import { type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands, restart } from './commands.js';
import { answerFiles } from './files.js';
import { served } from './languages.js';
import { recogniseLanguages } from './recognition.js';
import { showRulePages } from './rule-page.js';
import { showSecrets } from './secret.js';
import { showTarget } from './status.js';

/** The name that the output channel and the settings go by. */
export const NAME = 'Redis Hardening';

let running: BaseLanguageClient | undefined;

/** Starts the language server and all that the editor shows of it. `create` knows the platform. */
export async function start(
  context: ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const client = create({
    documentSelector: served(),
    initializationOptions: { readsFiles: true },
    diagnosticCollectionName: 'redis-hardening',
    synchronize: { configurationSection: 'redisHardening' },
    outputChannelName: NAME,
  });
  running = client;
  context.subscriptions.push(
    answerFiles(client),
    recogniseLanguages(client),
    showTarget(client),
    showRulePages(client),
    showSecrets(client),
    registerCommands(client),
  );
  context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => restart(client)));
  await client.start();
}

/** Ends the language server. */
export async function stop(): Promise<void> {
  await running?.stop();
  running = undefined;
}
