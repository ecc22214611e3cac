import { Disposable, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LANGUAGE_OF, type LanguageOfParams, type LanguageOfResult } from '../../server/src/lsp/requests.js';
import { LANGUAGES } from './languages.js';

/**
 * Looks once into each file that is opened: takes those that are ours under a name that says nothing (`conf.d/memory`),
 * and leaves those of other programs alone that have a name of ours (`redis.conf` of supervisord). What the user has
 * chosen by hand or in the setting `files.associations` stays.
 */
export function recogniseLanguages(client: BaseLanguageClient): Disposable {
  const seen = new Set<string>();
  const recognise = (document: TextDocument): void => {
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    if (seen.has(uri) || !isInQuestion(document)) return;
    seen.add(uri);
    assign(client, uri, document).catch((error) => client.error('The language of a file could not be told', error));
  };
  const recogniseAll = (): void => {
    if (client.isRunning()) workspace.textDocuments.forEach(recognise);
  };
  return Disposable.from(
    client.onDidChangeState(recogniseAll),
    workspace.onDidOpenTextDocument((document) => client.isRunning() && recognise(document)),
  );
}

/** This many UTF-16 units tell what a file is. */
const HEAD_LENGTH = 65_536;

/** What VS Code takes a file for that no other extension claims. */
const UNCLAIMED = ['plaintext', 'properties', 'ini'];

function isInQuestion(document: TextDocument): boolean {
  if (document.isUntitled || document.uri.scheme === 'git') return false;
  if (Object.values(associations()).includes(document.languageId)) return false;
  return isOurs(document) || UNCLAIMED.includes(document.languageId);
}

async function assign(client: BaseLanguageClient, uri: string, document: TextDocument): Promise<void> {
  const params: LanguageOfParams = { uri, head: document.getText().slice(0, HEAD_LENGTH) };
  const language = await client.sendRequest<LanguageOfResult>(LANGUAGE_OF, params);
  if (language === document.languageId || document.isClosed) return;
  if (language !== null) await languages.setTextDocumentLanguage(document, language);
  else if (isOurs(document)) await languages.setTextDocumentLanguage(document, 'properties');
}

function isOurs(document: TextDocument): boolean {
  return languages.match(LANGUAGES, document) > 0;
}

function associations(): Record<string, string> {
  return workspace.getConfiguration('files').get<Record<string, string>>('associations', {});
}
