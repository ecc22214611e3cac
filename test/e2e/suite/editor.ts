// The editor as a test uses it: files of the opened folder, what is drawn under their text, what the light bulb offers.
import {
  type CodeAction,
  CodeActionKind,
  CompletionItemKind,
  type CompletionItemLabel,
  type CompletionList,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  languages,
  Range,
  SnippetString,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Shows a file of the opened folder. */
export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(uriOf(name)));
}

/** Makes a file in the opened folder and shows it. */
export async function create(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  return open(name);
}

/** Puts the shown file back as it is on disk. */
export async function revert(): Promise<void> {
  await commands.executeCommand('workbench.action.files.revert');
}

/**
 * The lines of a document that have errors and warnings, each with these drawn under it: marks, the id of the rule,
 * and the severity where it is not an error.
 */
export function drawn(document: TextDocument): string {
  const findings = findingsIn(document).filter(({ severity }) => severity <= DiagnosticSeverity.Warning);
  const lines = Array.from({ length: document.lineCount }, (_, line) => {
    const here = findings.filter(({ range }) => range.start.line === line);
    const marks = here.map(({ range, code, severity }) => `# ${markOf(range)} ${ruleOf(code)}${SEVERITIES[severity]}`);
    return here.length === 0 ? [] : [`  ${document.lineAt(line).text}`, ...marks];
  });
  return lines.flat().join('\n');
}

/** The ids of the rules that found something on the line that begins with `start`. */
export function rulesOn(document: TextDocument, start: string): string[] {
  const line = rangeOfLine(document, start);
  return findingsIn(document)
    .filter(({ range }) => line.contains(range.start))
    .map(({ code }) => ruleOf(code));
}

/** As many lines of the document as asked, from the one on that begins with `start`. */
export function lines(document: TextDocument, start: string, count: number): string {
  const first = rangeOfLine(document, start).start;
  return document.getText(new Range(first, document.lineAt(first.line + count - 1).range.end));
}

/** Takes the action of that title which the light bulb offers on the line that begins with `start`. */
export async function takeQuickFix(document: TextDocument, start: string, title: string): Promise<void> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOfLine(document, start),
    CodeActionKind.QuickFix.value,
  );
  const action = actions.find((offered) => offered.title === title);
  if (action?.edit === undefined) {
    throw new Error(`"${title}" is not offered, but ${actions.map((offered) => `"${offered.title}"`).join(', ')}`);
  }
  await workspace.applyEdit(action.edit);
}

/** Puts the snippet of that prefix, as completion offers it there, in the place of the line that reads so. */
export async function insertSnippet(editor: TextEditor, prefix: string): Promise<void> {
  const line = rangeOfLine(editor.document, prefix);
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    line.end,
  );
  const snippet = items.find(({ kind, label }) => kind === CompletionItemKind.Snippet && nameOf(label) === prefix);
  if (!(snippet?.insertText instanceof SnippetString)) throw new Error(`no snippet is offered for "${prefix}"`);
  await editor.insertSnippet(snippet.insertText, line);
}

/** Waits until the reading is as expected; at the end of its patience it tells what was there instead. */
export async function eventually<T>(read: () => T, expected: T): Promise<void> {
  const patience = Date.now() + 30_000;
  const wanted = JSON.stringify(expected);
  while (JSON.stringify(read()) !== wanted) {
    if (Date.now() > patience) throw new Error(`expected\n${shown(expected)}\nbut there was\n${shown(read())}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Text written as an indented block in a test. */
export function block(text: string): string {
  const lines = text.replace(/^\n|\n *$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** The line of the document that begins with `start`, without its end. */
export function rangeOfLine(document: TextDocument, start: string): Range {
  for (let line = 0; line < document.lineCount; line += 1) {
    if (document.lineAt(line).text.startsWith(start)) return document.lineAt(line).range;
  }
  throw new Error(`no line begins with "${start}"`);
}

function findingsIn(document: TextDocument): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'redis-hardening')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || ruleOf(a.code).localeCompare(ruleOf(b.code)));
}

function nameOf(label: string | CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function markOf({ start, end }: Range): string {
  const length = start.line === end.line ? end.character - start.character : 1;
  return ' '.repeat(start.character) + '^'.repeat(Math.max(length, 1));
}

const SEVERITIES = {
  [DiagnosticSeverity.Error]: '',
  [DiagnosticSeverity.Warning]: ' (warning)',
  [DiagnosticSeverity.Information]: ' (info)',
  [DiagnosticSeverity.Hint]: ' (hint)',
};

function ruleOf(code: Diagnostic['code']): string {
  return String(typeof code === 'object' ? code.value : code);
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** The address of a file of the opened folder. */
export function uriOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return Uri.joinPath(folder.uri, name);
}
