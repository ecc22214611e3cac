import type { Location, Position } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { cursorAt, statementAt } from './cursor.js';
import { filesNamedBy } from './included-files.js';
import { namedAt, occurrencesOf } from './occurrences.js';
import { rangeIn, rangeOfPlace } from './ranges.js';

/** Where the thing under the cursor is defined: a file, a user, a master; of a directive the line that decides its value. */
export function definition(project: Project, uri: string, position: Position): readonly Location[] {
  const cursor = cursorAt(project, uri, position);
  if (cursor === undefined) return [];
  const statement = statementAt(project, uri, cursor.line);
  if (statement !== undefined && cursor.index === 1) {
    const files = filesNamedBy(statement, project);
    if (files.length > 0) return files.map((file) => ({ uri: file.uri, range: rangeIn(0, { start: 0, end: 0 }) }));
  }
  const named = namedAt(project, cursor);
  if (named === undefined) return [];
  return occurrencesOf(project, named)
    .filter(({ isDefinition }) => isDefinition)
    .map(({ at }) => ({ uri: at.uri, range: rangeOfPlace(at) }));
}
