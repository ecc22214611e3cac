import { type Disposable, env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SHOW_SECRET, type ShowSecretParams } from '../../server/src/lsp/requests.js';

/** Shows a password that a fix has made, once; the file holds nothing but its digest. */
export function showSecrets(client: BaseLanguageClient): Disposable {
  return client.onNotification(SHOW_SECRET, async ({ secret }: ShowSecretParams) => {
    const copy = 'Copy';
    const detail = `${secret}\n\nThe file has its SHA-256 only, and nothing keeps it after this.`;
    const message = 'The new password is shown only now.';
    const chosen = await window.showInformationMessage(message, { modal: true, detail }, copy);
    if (chosen === copy) await env.clipboard.writeText(secret);
  });
}
