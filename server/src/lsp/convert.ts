import {
  type CodeAction,
  type CreateFile,
  type Diagnostic,
  DiagnosticSeverity,
  type Position,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { Action } from '../features/actions.js';
import type { Finding, Severity } from '../rules/define.js';
import type { Edit } from '../text/edit.js';
import { rangeOf, type Position as TextPosition, type Range as TextRange } from '../text/place.js';
import type { ClientAbilities } from './abilities.js';

export const SOURCE = 'redis-hardening';

/** Shows a password that was made for a fix, once. */
export const REVEAL_SECRET = 'redisHardening.revealSecret';

/** What a finding looks like in an editor. */
export function diagnosticOf(finding: Finding, title: string, client: ClientAbilities): Diagnostic {
  const { rule, severity, message, serverSays, at, related } = finding;
  const page = client.rulePage(rule);
  return {
    range: toRange(rangeOf(at)),
    severity: SEVERITIES[severity],
    code: rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    source: SOURCE,
    message: serverSays === undefined ? message : `${message}\n${title} says: ${serverSays}`,
    ...(client.relatedInformation && related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: { uri: one.at.uri, range: toRange(rangeOf(one.at)) },
            message: one.message,
          })),
        }
      : {}),
  };
}

/**
 * An offer of the light bulb.
 * @param reveal the word by which a password that the action makes is shown when it is taken
 */
export function codeActionOf(
  action: Action,
  diagnostics: readonly Diagnostic[],
  editing: Editing,
  reveal: string | undefined,
): CodeAction {
  return {
    title: action.title,
    kind: action.kind,
    ...(diagnostics.length > 0 ? { diagnostics: [...diagnostics] } : {}),
    ...(action.isPreferred ? { isPreferred: true } : {}),
    edit: workspaceEditOf(action.edits, action.placeholder, editing),
    ...(reveal === undefined
      ? {}
      : { command: { title: 'Show the new password', command: REVEAL_SECRET, arguments: [reveal] } }),
  };
}

/** How edits are to be written for the client at hand. */
export interface Editing {
  readonly client: ClientAbilities;
  /** The version of an open file; undefined for a closed one. */
  versionOf(uri: string): number | undefined;
  /** Whether the file is there; one that is not is made. */
  exists(uri: string): boolean;
}

/** Edits of any number of files; the placeholder, where there is one, is selected in editors that can. */
export function workspaceEditOf(
  edits: readonly Edit[],
  placeholder: string | undefined,
  { client, versionOf, exists }: Editing,
): WorkspaceEdit {
  const byFile = new Map<string, Edit[]>();
  for (const edit of edits) byFile.set(edit.uri, [...(byFile.get(edit.uri) ?? []), edit]);
  if (!client.documentChanges) {
    return { changes: Object.fromEntries([...byFile].map(([uri, all]) => [uri, all.map(toTextEdit)])) };
  }
  const documentChanges = [...byFile].map(
    ([uri, all]): TextDocumentEdit => ({
      textDocument: { uri, version: versionOf(uri) ?? null },
      edits: all.map((edit) =>
        client.snippetEdits && hasPlaceholder(edit, placeholder) ? toSnippet(edit, placeholder) : toTextEdit(edit),
      ),
    }),
  );
  const made = [...byFile.keys()]
    .filter((uri) => !exists(uri))
    .map((uri): CreateFile => ({ kind: 'create', uri, options: { ignoreIfExists: true } }));
  return { documentChanges: [...(client.createsFiles ? made : []), ...documentChanges] };
}

export function toRange(range: TextRange): Range {
  return { start: toPosition(range.start), end: toPosition(range.end) };
}

export function toPosition({ line, column }: TextPosition): Position {
  return { line, character: column };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function toTextEdit({ range, newText }: Edit): TextEdit {
  return { range: toRange(range), newText };
}

function hasPlaceholder({ newText }: Edit, placeholder: string | undefined): placeholder is string {
  return placeholder !== undefined && placeholder !== '' && newText.includes(placeholder);
}

function toSnippet({ range, newText }: Edit, placeholder: string): SnippetTextEdit {
  const at = newText.indexOf(placeholder);
  const before = escapedForSnippet(newText.slice(0, at));
  const after = escapedForSnippet(newText.slice(at + placeholder.length));
  const value = `${before}\${1:${escapedForSnippet(placeholder)}}${after}`;
  return { range: toRange(range), snippet: { kind: 'snippet', value } };
}

function escapedForSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
