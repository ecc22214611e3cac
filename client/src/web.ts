import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { NAME, start, stop } from './client.js';

/** Starts the language server in a web worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/web-server.js').toString(true));
  await start(context, (options) => new LanguageClient('redisHardening', NAME, worker, options));
}

export const deactivate = stop;
