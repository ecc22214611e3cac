/** How the table looks: the theme's own colours, whichever theme that is. */
export const STYLE = `
  body { padding: 0 1em 1em; line-height: 1.4; }
  h1 { font-size: 1.3em; }
  .scroll { overflow: auto; }
  table { border-collapse: collapse; }
  th, td { border: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border)); padding: 0.3em 0.7em; text-align: left; vertical-align: top; }
  th[scope="row"] { position: sticky; left: 0; background: var(--vscode-editor-background); }
  small { display: block; max-width: 14em; color: var(--vscode-descriptionForeground); font-weight: normal; }
  td.can { color: var(--vscode-errorForeground); font-weight: bold; }
  td[data-reasons] { cursor: pointer; }
  td:focus { outline: 2px solid var(--vscode-focusBorder); outline-offset: -2px; }
  #reasons:not(:empty) { position: sticky; bottom: 0; max-height: 35vh; overflow: auto; margin-top: 1em; padding: 0.5em 1em; background: var(--vscode-editor-background); border: 1px solid var(--vscode-contrastBorder, var(--vscode-panel-border)); border-left: 3px solid var(--vscode-focusBorder); }
  button { border: none; padding: 0; background: none; color: var(--vscode-textLink-foreground); font: inherit; text-align: left; cursor: pointer; }
  button:hover, button:focus { text-decoration: underline; }
`;

/** Runs in the page: moves between cells by arrow keys, shows the reasons of the one in focus, keeps it across updates. */
export const SCRIPT = `
  const vscode = acquireVsCodeApi();
  const rows = [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')]);
  const reasons = document.getElementById('reasons');
  let at = vscode.getState() ?? { row: 0, column: 0 };

  function cell() {
    return rows[at.row]?.[at.column] ?? rows[0]?.[0];
  }

  function choose(row, column) {
    if (rows[row]?.[column] === undefined) return;
    const before = cell();
    if (before) before.tabIndex = -1;
    at = { row, column };
    vscode.setState(at);
    cell().tabIndex = 0;
    show(JSON.parse(cell().dataset.reasons));
  }

  function show({ title, can, by, because, cut }) {
    const heading = document.createElement('strong');
    heading.textContent = title + ': ' + (can ? 'yes, by ' + by : 'no');
    const list = document.createElement('ul');
    for (const { message, at } of because) {
      const item = document.createElement('li');
      if (at) {
        const link = document.createElement('button');
        link.textContent = message;
        link.onclick = () => vscode.postMessage(at);
        item.append(link);
      } else item.textContent = message;
      list.append(item);
    }
    reasons.replaceChildren(heading, list);
    if (!cut) return;
    const ending = document.createElement('p');
    ending.textContent = 'To end it: ' + cut;
    reasons.append(ending);
  }

  const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  document.addEventListener('keydown', (event) => {
    const move = MOVES[event.key];
    if (move === undefined || document.activeElement?.dataset.reasons === undefined) return;
    event.preventDefault();
    choose(at.row + move[0], at.column + move[1]);
    cell().focus();
  });
  rows.forEach((cells, row) => cells.forEach((td, column) => td.addEventListener('focus', () => choose(row, column))));
  if (cell()) {
    const row = Math.min(at.row, rows.length - 1);
    choose(row, Math.min(at.column, rows[row].length - 1));
  }
`;
