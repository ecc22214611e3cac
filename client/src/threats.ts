import { Disposable, languages, Range, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHANGED, type PlaceResult, type ThreatsResult } from '../../server/src/lsp/requests.js';
import { activeUri, ask } from './ask.js';
import { escaped, htmlPage } from './html.js';
import { LANGUAGES } from './languages.js';
import { SCRIPT, STYLE } from './threats-page.js';

let shown: { panel: WebviewPanel; uri: string } | undefined;

/** Shows who can do what harm with the server of the active file, in a panel beside it that follows edits. */
export async function showThreats(client: BaseLanguageClient): Promise<void> {
  const uri = activeUri(client);
  if (uri === undefined || (await ask<ThreatsResult | null>(client, 'redisHardening.threats', uri)) === null) {
    await window.showInformationMessage('Open a redis.conf, sentinel.conf or ACL file first.');
    return;
  }
  if (shown === undefined) {
    const panel = window.createWebviewPanel(
      'redisHardening.threats',
      'Threats',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true },
    );
    shown = { panel, uri };
    panel.webview.onDidReceiveMessage((place: PlaceResult) => reveal(place));
    const following = follow(client);
    panel.onDidDispose(() => {
      following.dispose();
      shown = undefined;
    });
  }
  shown.uri = uri;
  shown.panel.reveal(undefined, true);
  await update(client);
}

function follow(client: BaseLanguageClient): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(client), PAUSE);
  };
  return Disposable.from(
    workspace.onDidChangeTextDocument(({ document }) => {
      if (languages.match(LANGUAGES, document) > 0) soon();
    }),
    client.onNotification(CHANGED, soon),
  );
}

/** Milliseconds without a change before the table is made anew. */
const PAUSE = 300;

async function update(client: BaseLanguageClient): Promise<void> {
  if (shown === undefined) return;
  const threats = await ask<ThreatsResult | null>(client, 'redisHardening.threats', shown.uri);
  if (threats === null || shown === undefined) return;
  shown.panel.webview.html = htmlPage('Threats', bodyOf(threats), STYLE, SCRIPT);
}

function bodyOf({ root, target, loads, leftOut, principals, harms }: ThreatsResult): string {
  const heads = principals.map(
    ({ name, reach }) => `<th scope="col">${escaped(name)}<small>${REACH[reach]}</small></th>`,
  );
  const rows = harms.map(({ title, abilities }) => {
    const cells = abilities.map((ability, index) =>
      cellOf(ability, `${principals[index]?.name}: ${title.toLowerCase()}`),
    );
    return `<tr><th scope="row">${escaped(title)}</th>${cells.join('')}</tr>`;
  });
  const refused = loads ? '' : ' It would not start: what it refuses counts as not written.';
  const note = leftOut === 0 ? refused : `${refused} ${leftOut} more users are not shown.`;
  return `
    <h1>Who can do what harm</h1>
    <p>${escaped(target)}, started with <code>${escaped(root.slice(root.lastIndexOf('/') + 1))}</code>.${note} Arrow keys move between cells; the reasons stand below.</p>
    <div class="scroll"><table role="grid"><thead><tr><td></td>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>
    <section id="reasons" aria-live="polite"></section>`;
}

const REACH: Readonly<Record<ThreatsResult['principals'][number]['reach'], string>> = {
  all: 'from anywhere',
  specific: 'from networks it listens on',
  loopback: 'from the same machine',
  none: 'cannot connect',
};

/** The answer as a word, so that no colour has to be told apart; reasons go along as data for the script. */
function cellOf({ can, by, because, cut }: ThreatsResult['harms'][number]['abilities'][number], title: string): string {
  const reasons = escaped(JSON.stringify({ title, can, by, because, cut }));
  return `<td tabindex="-1" class="${can ? 'can' : 'cannot'}" data-reasons="${reasons}">${can ? 'yes' : 'no'}<small>${escaped(firstOf(by))}</small></td>`;
}

/** The usual ways; all of them stand below the table. */
function firstOf(by: string): string {
  const ways = by.split(', ');
  return ways.length > 2 ? `${ways.slice(0, 2).join(', ')} …` : by;
}

async function reveal({ uri, line, start, end }: PlaceResult): Promise<void> {
  await window.showTextDocument(Uri.parse(uri, true), {
    viewColumn: ViewColumn.One,
    selection: new Range(line, start, line, end),
  });
}
