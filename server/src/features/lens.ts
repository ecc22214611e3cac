import type { CodeLens } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { rangeIn } from './ranges.js';
import { userDefinedBy, userLineIn, userLinesOf } from './user-lines.js';
import { userSummary } from './user-text.js';

/** A lens over each user in force, still without its text: a file may have very many. */
export function lenses(project: Project, uri: string): readonly CodeLens[] {
  const document = project.documents.get(uri);
  if (document === undefined) return [];
  return userLinesOf(document)
    .filter((line) => userDefinedBy(project, document, line) !== undefined)
    .map(({ line, name }) => ({ range: rangeIn(line, name.span), data: { uri } }));
}

/** What the lens over a line says: how much its user may do. Undefined where no user is defined any more. */
export function lensTitle(project: Project, uri: string, line: number): string | undefined {
  const document = project.documents.get(uri);
  const userLine = document && userLineIn(document.lines[line], line, document);
  const user = document && userLine && userDefinedBy(project, document, userLine);
  return user && userSummary(user, project.catalog);
}
