import type { Hover, Position } from 'vscode-languageserver-types';
import { sentinelProseOf } from '../catalog/prose.js';
import type { Project } from '../model/project.js';
import { secretSpans } from '../model/secrets.js';
import { type Cursor, cursorAt, statementAt } from './cursor.js';
import { directiveText } from './directive-text.js';
import { rangeIn } from './ranges.js';
import { effectAt, userDefinedBy, userLineIn } from './user-lines.js';
import { effectText, userText } from './user-text.js';
import { valueText } from './value-text.js';

/** What is to be said of the word under the cursor; never a secret. Null where there is nothing to say. */
export function hover(project: Project, uri: string, position: Position): Hover | null {
  const cursor = cursorAt(project, uri, position);
  const word = cursor?.words[cursor.index];
  if (cursor === undefined || word === undefined) return null;
  const text = userHover(project, cursor) ?? lineHover(project, cursor, uri);
  if (text === undefined) return null;
  return { contents: { kind: 'markdown', value: text }, range: rangeIn(cursor.line, word.span) };
}

function userHover(project: Project, { document, line, index, column }: Cursor): string | undefined {
  const found = document.lines[line];
  const userLine = userLineIn(found, line, document);
  if (userLine === undefined || index === 0 || found === undefined) return undefined;
  const user = userDefinedBy(project, document, userLine);
  if (user === undefined) return undefined;
  if (index === 1) return userText(user, project.catalog);
  const effect = effectAt(user, column);
  if (effect === undefined) return undefined;
  return effectText(effect, shownRule(found.text, effect.rule.at, secretSpans(found, document.dialect)));
}

/** The rule as it is written, with a secret in it cut off. */
function shownRule(
  text: string,
  at: { start: number; end: number },
  secrets: readonly { start: number; end: number }[],
): string {
  let shown = text.slice(at.start, at.end);
  for (const { start, end } of secrets) {
    if (start >= at.start && end <= at.end)
      shown = `${shown.slice(0, start - at.start + 1)}…${text.slice(end, at.end)}`;
  }
  return shown;
}

function lineHover(project: Project, { line, index, words }: Cursor, uri: string): string | undefined {
  const statement = statementAt(project, uri, line);
  if (statement?.directive === undefined) return undefined;
  if (index === 0) return directiveText(statement.directive, project, uri);
  if (statement.directive.canonical === 'sentinel' && index === 1) return sentinelProseOf(words[1]?.value ?? '');
  return valueText(statement, index - 1, project);
}
