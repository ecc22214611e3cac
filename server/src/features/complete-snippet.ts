import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Position } from 'vscode-languageserver-types';
import { snippetsFor } from '../catalog/snippets.js';
import type { Project } from '../model/project.js';
import { withoutVariables } from '../text/snippet-text.js';
import { cursorAt } from './cursor.js';
import { rangeIn } from './ranges.js';

/** The snippets that load on the target, where a line begins: for editors that do not have those of the extension. */
export function completeSnippet(project: Project, uri: string, position: Position): readonly CompletionItem[] {
  const cursor = cursorAt(project, uri, position);
  if (cursor === undefined || cursor.kind === 'comment' || cursor.kind === 'swallowed') return [];
  const word = cursor.words[0];
  if (cursor.words.length > 1 || (word !== undefined && cursor.index !== 0)) return [];
  const kind = cursor.document.dialect.syntax === 'acl' ? 'acl' : project.kind === 'sentinel' ? 'sentinel' : 'config';
  const range = rangeIn(cursor.line, word?.span ?? { start: cursor.column, end: cursor.column });
  return snippetsFor(kind, project.target.name).map(({ name, prefix, description, body }) => ({
    label: prefix,
    kind: CompletionItemKind.Snippet,
    detail: name,
    documentation: description,
    sortText: `~${prefix}`,
    insertTextFormat: InsertTextFormat.Snippet,
    filterText: prefix,
    textEdit: { range, newText: withoutVariables(body) },
  }));
}
