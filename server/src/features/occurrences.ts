import { BEFORE_MONITOR } from '../catalog/sentinel.js';
import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';
import { type Cursor, statementAt } from './cursor.js';
import { userLineIn, userLinesOf } from './user-lines.js';

/** Something that has a name and can be named in several places. */
export interface Named {
  readonly kind: 'user' | 'master' | 'directive';
  readonly name: string;
  /** The word under the cursor. */
  readonly word: Word;
}

/** A place where a thing is named. */
export interface Occurrence {
  readonly at: Place;
  readonly isDefinition: boolean;
}

/** What is named where the cursor is; undefined where nothing is. */
export function namedAt(project: Project, { document, line, index, words }: Cursor): Named | undefined {
  const word = words[index];
  if (word === undefined) return undefined;
  if (userLineIn(document.lines[line], line, document) !== undefined && index === 1) {
    return { kind: 'user', name: word.value, word };
  }
  const statement = statementAt(project, document.uri, line);
  if (statement === undefined) return undefined;
  if (masterIn(statement) === word) return { kind: 'master', name: word.value, word };
  const name = statement.directive?.canonical;
  return index === 0 && name !== undefined ? { kind: 'directive', name, word } : undefined;
}

/** Everywhere in the project where that is named; the line that decides a directive's value counts as its definition. */
export function occurrencesOf(project: Project, { kind, name }: Named): readonly Occurrence[] {
  if (kind === 'user') return usersNamed(project, name);
  if (kind === 'master') return mastersNamed(project, name);
  const winner = project.settings.get(name)?.winner;
  return distinct(
    project.statements
      .filter(({ directive }) => directive?.canonical === name)
      .map((statement) => ({ at: placeOf(statement, statement.name), isDefinition: statement === winner })),
  );
}

function usersNamed(project: Project, name: string): readonly Occurrence[] {
  return [...project.documents.values()].flatMap((document) =>
    userLinesOf(document)
      .filter((line) => line.name.value === name)
      .map((line) => ({ at: { uri: document.uri, line: line.line, ...line.name.span }, isDefinition: true })),
  );
}

function mastersNamed(project: Project, name: string): readonly Occurrence[] {
  return distinct(
    project.statements.flatMap((statement) => {
      const master = masterIn(statement);
      if (master?.value !== name) return [];
      return [{ at: placeOf(statement, master), isDefinition: keywordOf(statement) === 'monitor' }];
    }),
  );
}

/** The name of a monitored master in a `sentinel` line. */
function masterIn(statement: Statement): Word | undefined {
  const keyword = keywordOf(statement);
  return keyword === undefined || BEFORE_MONITOR.has(keyword) ? undefined : statement.args[1];
}

function keywordOf({ name, args }: Statement): string | undefined {
  return name.value.toLowerCase() === 'sentinel' ? args[0]?.value.toLowerCase() : undefined;
}

/** A file that is included twice has each place once. */
function distinct(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const places = new Map(occurrences.map((one) => [`${one.at.line} ${one.at.start} ${one.at.uri}`, one]));
  return [...places.values()];
}
