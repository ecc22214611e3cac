import type { Position, Range } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { quoted } from '../rules/fixing.js';
import type { Edit } from '../text/edit.js';
import { rangeOf } from '../text/place.js';
import { cursorAt } from './cursor.js';
import { type Named, namedAt, occurrencesOf } from './occurrences.js';
import { rangeIn } from './ranges.js';

/** What would be renamed at the cursor; undefined where nothing can be. */
export function renameable(
  project: Project,
  uri: string,
  position: Position,
): { range: Range; placeholder: string } | undefined {
  const named = nameAt(project, uri, position);
  return named && { range: rangeIn(position.line, named.word.span), placeholder: named.name };
}

/** The edits that give a user or a master another name everywhere, or why it cannot have that name. */
export function rename(
  project: Project,
  uri: string,
  position: Position,
  newName: string,
): { readonly edits: readonly Edit[] } | { readonly refused: string } {
  const named = nameAt(project, uri, position);
  if (named === undefined) return { refused: 'only users and the masters of sentinels can be renamed' };
  const refused = refusalOf(newName, named, project);
  if (refused !== undefined) return { refused };
  const edits = occurrencesOf(project, named).map(({ at }) => {
    const isAclFile = project.documents.get(at.uri)?.dialect.syntax === 'acl';
    return { uri: at.uri, range: rangeOf(at), newText: isAclFile ? newName : quoted(newName) };
  });
  return { edits };
}

function nameAt(project: Project, uri: string, position: Position): Named | undefined {
  const cursor = cursorAt(project, uri, position);
  const named = cursor && namedAt(project, cursor);
  return named === undefined || named.kind === 'directive' || isBuiltIn(named) ? undefined : named;
}

/** Clients that do not log in are the user `default`, whatever a file calls its users. */
function isBuiltIn({ kind, name }: Named): boolean {
  return kind === 'user' && name === 'default';
}

/** `ACLStringHasSpaces` refuses blanks in a user's name; a second user or master of one name is refused, too. */
function refusalOf(newName: string, named: Named, project: Project): string | undefined {
  if (newName === '') return 'a name has at least one character';
  if (/[\s\0]/.test(newName)) return 'a name cannot have blanks in it';
  if (newName === named.name) return undefined;
  const isTaken = occurrencesOf(project, { ...named, name: newName }).length > 0;
  return isTaken || (named.kind === 'user' && newName === 'default')
    ? `there is a ${named.kind} ${newName} already`
    : undefined;
}
