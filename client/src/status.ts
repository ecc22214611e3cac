import { Disposable, languages, StatusBarAlignment, type TextEditor, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED, READ_AS, type ReadAsParams, type ReadAsResult } from '../../server/src/lsp/requests.js';
import { LANGUAGES } from './languages.js';

/** Shows in the status bar by which server the file in the active editor is judged; a click changes it. */
export function showTarget(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem('redisHardening.target', StatusBarAlignment.Right, 99);
  item.name = 'Redis Hardening: Target';
  item.command = 'redisHardening.selectTarget';

  const show = async (editor: TextEditor | undefined): Promise<void> => {
    if (editor === undefined || languages.match(LANGUAGES, editor.document) === 0) {
      item.hide();
      return;
    }
    const params: ReadAsParams = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
    const readAs = await client.sendRequest<ReadAsResult>(READ_AS, params);
    if (editor !== window.activeTextEditor) return;
    item.text = `$(shield) ${readAs.title}`;
    item.tooltip = `Judged as ${readAs.title} would, decided by the ${readAs.decidedBy}. Click to choose another.`;
    item.show();
  };
  const update = (): void => {
    if (client.isRunning()) show(window.activeTextEditor).catch(() => item.hide());
  };

  return Disposable.from(
    item,
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    workspace.onDidOpenTextDocument(update),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('redisHardening') && update()),
    client.onNotification(CHANGED, update),
  );
}
