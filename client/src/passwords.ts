import { env, ViewColumn, window } from 'vscode';
import { escaped, htmlPage } from './html.js';

/** A user and what it logs in with. */
export interface Password {
  readonly user: string;
  readonly password: string;
}

/** Shows passwords beside the files until the page is closed; nothing keeps them after that. */
export function showPasswords(passwords: readonly Password[]): void {
  const panel = window.createWebviewPanel(
    'redisHardening.passwords',
    'Passwords',
    { viewColumn: ViewColumn.Beside, preserveFocus: false },
    { enableScripts: true },
  );
  panel.webview.onDidReceiveMessage(async (index: number) => {
    const one = passwords[index];
    await env.clipboard.writeText(one?.password ?? passwords.map(lineFor).join(''));
  });
  panel.webview.html = htmlPage('Passwords', bodyFor(passwords), STYLE, SCRIPT);
}

function lineFor({ user, password }: Password): string {
  return `${user}\t${password}\n`;
}

function bodyFor(passwords: readonly Password[]): string {
  const rows = passwords.map(
    ({ user, password }, index) =>
      `<tr><th scope="row">${escaped(user)}</th><td><code>${escaped(password)}</code></td>` +
      `<td><button data-index="${index}" aria-label="Copy the password of ${escaped(user)}">Copy</button></td></tr>`,
  );
  return `
    <h1>Passwords, shown only now</h1>
    <p>The files hold their SHA-256. Put the passwords where your secrets are kept: once this page is closed, nothing has them.</p>
    <table><tbody>${rows.join('')}</tbody></table>
    <p><button data-index="-1">Copy all</button></p>
    <p>What is left to do stands in <code>NEXT-STEPS.md</code>.</p>`;
}

const STYLE = `
  body { padding: 0 1em 1em; line-height: 1.5; }
  h1 { font-size: 1.3em; }
  table { border-collapse: collapse; }
  th, td { padding: 0.3em 1em 0.3em 0; text-align: left; vertical-align: top; }
  code { font-family: var(--vscode-editor-font-family); word-break: break-all; }
  button { border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; padding: 0.2em 0.9em; color: var(--vscode-button-foreground); background: var(--vscode-button-background); font: inherit; cursor: pointer; }
  button:hover { background: var(--vscode-button-hoverBackground); }
  button:focus { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
`;

/** Runs in the page: tells which password is to be copied. */
const SCRIPT = `
  const vscode = acquireVsCodeApi();
  for (const button of document.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      vscode.postMessage(Number(button.dataset.index));
      button.textContent = 'Copied';
    });
  }
`;
