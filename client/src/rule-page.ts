import {
  type CustomReadonlyEditorProvider,
  commands,
  type Disposable,
  type Uri,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from './ask.js';
import { htmlPage } from './html.js';

/** Shows the page of a rule when the code of one of its findings is clicked; nothing is fetched from anywhere. */
export function showRulePages(client: BaseLanguageClient): Disposable {
  const provider: CustomReadonlyEditorProvider = {
    openCustomDocument: (uri: Uri) => ({ uri, dispose: () => undefined }),
    async resolveCustomEditor({ uri }, panel: WebviewPanel) {
      const rule = uri.path.replace(/^.*\//, '').replace(/\.md$/, '');
      const page = await ask<string | null>(client, 'redisHardening.rulePage', rule);
      const html = await commands.executeCommand<string>('markdown.api.render', page ?? `There is no rule ${rule}.`);
      panel.webview.html = htmlPage(rule, html, STYLE);
    },
  };
  return window.registerCustomEditorProvider('redisHardening.rule', provider);
}

const STYLE = `
  body { max-width: 50em; padding: 0 2em 2em; line-height: 1.5; }
  pre { padding: 1em; overflow: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
  code { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); }
  pre code { background: none; padding: 0; color: inherit; }
`;
