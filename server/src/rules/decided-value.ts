import type { Project } from '../model/project.js';
import { argumentsPlace, type Statement } from '../model/statement.js';
import type { Edit } from '../text/edit.js';
import type { Place } from '../text/place.js';
import type { Fix } from './define.js';
import { insertLine, replaceLine } from './fixing.js';

/** The line that decides a directive. */
export interface DecidedValue {
  readonly statement: Statement;
  /** Its arguments, or the name where it has none. */
  readonly at: Place;
}

/** The line that decides a directive; undefined where the default holds. */
export function decidedValue(project: Project, directive: string): DecidedValue | undefined {
  const statement = project.settings.get(directive)?.winner;
  return statement && { statement, at: argumentsPlace(statement) };
}

/** A fix that sets a directive: in the line that decides it, else in a new line below the last directive of the root file. */
export function settingTo(project: Project, directive: string, value: string, title: string): Fix {
  return { title, safety: 'review', edits: [settingEdit(project, directive, value)] };
}

/** The edit of `settingTo`. */
export function settingEdit(project: Project, directive: string, value: string): Edit {
  const decided = project.settings.get(directive)?.winner;
  if (decided !== undefined) {
    return replaceLine(decided.document, decided.line, `${decided.name.value} ${value}`);
  }
  const last = project.statements.findLast(({ document }) => document === project.root);
  return insertLine(project.root, last === undefined ? 0 : last.line + 1, `${directive} ${value}`);
}
