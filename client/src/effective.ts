import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { activeUri, ask } from './ask.js';

/** Shows the configuration that the server of the active file would run with, beside it; it follows edits. */
export async function showEffective(client: BaseLanguageClient): Promise<void> {
  const uri = activeUri(client);
  const address = uri && (await ask<string | null>(client, 'redisHardening.effectiveDocument', uri));
  if (!address) {
    await window.showInformationMessage('Open a redis.conf, sentinel.conf or ACL file first.');
    return;
  }
  const document = await workspace.openTextDocument(Uri.parse(address, true));
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}
