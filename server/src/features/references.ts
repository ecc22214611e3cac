import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { cursorAt } from './cursor.js';
import { namedAt, type Occurrence, occurrencesOf } from './occurrences.js';
import { rangeOfPlace } from './ranges.js';

/** Every place that names the thing under the cursor, in all files of the project. */
export function references(
  project: Project,
  uri: string,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): readonly Location[] {
  return occurrencesAt(project, uri, position)
    .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ at }) => ({ uri: at.uri, range: rangeOfPlace(at) }));
}

/** The same within one file; the defining places are marked as written to. */
export function highlights(project: Project, uri: string, position: Position): readonly DocumentHighlight[] {
  return occurrencesAt(project, uri, position)
    .filter(({ at }) => at.uri === uri)
    .map(({ at, isDefinition }) => ({
      range: rangeOfPlace(at),
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    }));
}

function occurrencesAt(project: Project, uri: string, position: Position): readonly Occurrence[] {
  const cursor = cursorAt(project, uri, position);
  const named = cursor && namedAt(project, cursor);
  return named === undefined ? [] : occurrencesOf(project, named);
}
