import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { placeOf, type Statement, wholePlace } from '../model/statement.js';
import { statementsByLine } from './cursor.js';
import { addsUp } from './directive-text.js';
import { placeName } from './file-names.js';
import { grouped } from './numbers.js';
import { bytesOf } from './value-text.js';

/** What a line does not show: sizes in bytes, and the line that overrides it. */
export function hints(project: Project, uri: string, range: Range): readonly InlayHint[] {
  const found: InlayHint[] = [];
  for (const [line, statement] of statementsByLine(project, uri)) {
    if (line < range.start.line || line > range.end.line) continue;
    found.push(...sizes(statement, project), ...overriding(statement, project, uri));
  }
  return found;
}

function sizes(statement: Statement, project: Project): readonly InlayHint[] {
  return statement.args.flatMap((word, argument) => {
    const bytes = bytesOf(statement, argument, project);
    if (bytes === undefined) return [];
    const { line, end } = placeOf(statement, word);
    return [{ position: { line, character: end }, label: `= ${grouped(bytes)} bytes`, paddingLeft: true }];
  });
}

function overriding(statement: Statement, project: Project, uri: string): readonly InlayHint[] {
  const { directive } = statement;
  if (directive === undefined || addsUp(directive)) return [];
  const setting = project.settings.get(directive.name);
  const winner = setting?.winner;
  if (winner === undefined || !setting?.overridden.includes(statement)) return [];
  const { line, end } = wholePlace(statement);
  const place = placeName(project, { uri: winner.document.uri, line: winner.line }, uri);
  return [{ position: { line, character: end }, label: `overridden by ${place}`, paddingLeft: true }];
}
