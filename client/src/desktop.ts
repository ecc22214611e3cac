import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { NAME, start, stop } from './client.js';

/** Starts the language server as a process of its own. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  await start(
    context,
    (options) => new LanguageClient('redisHardening', NAME, { module, transport: TransportKind.ipc }, options),
  );
}

export const deactivate = stop;
