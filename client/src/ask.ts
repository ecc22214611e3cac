import { window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ExecuteCommandRequest } from 'vscode-languageclient';

/** Executes a command of the language server. */
export async function ask<R>(client: BaseLanguageClient, command: string, ...words: readonly string[]): Promise<R> {
  return client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [...words] });
}

/** The URI of the file in the active editor, as the language server knows it; undefined where none is open. */
export function activeUri(client: BaseLanguageClient): string | undefined {
  const document = window.activeTextEditor?.document;
  return document && client.code2ProtocolConverter.asUri(document.uri);
}
