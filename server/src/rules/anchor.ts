import type { Project } from '../model/project.js';
import { placeOf, type Statement } from '../model/statement.js';
import type { Place } from '../text/place.js';

/**
 * Where to say what no line of its own says: at the first of these directives that a line sets, else at the first
 * directive of the file, else at its first line.
 */
export function anchorOf(project: Project, ...directives: readonly string[]): Place {
  const decided = directives.map((name) => project.settings.get(name)?.winner).find((winner) => winner !== undefined);
  const statement = decided ?? project.statements.find(({ document }) => document === project.root);
  if (statement !== undefined) return placeOf(statement, statement.name);
  return { uri: project.root.uri, line: 0, start: 0, end: project.root.lines[0]?.text.trimEnd().length ?? 0 };
}

/** The winning line of a directive; undefined where the default holds. */
export function winnerOf(project: Project, directive: string): Statement | undefined {
  return project.settings.get(directive)?.winner;
}
