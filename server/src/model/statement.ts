import type { Directive } from '../catalog/directive.js';
import type { Document } from '../syntax/document.js';
import type { Word } from '../syntax/words.js';
import { cover, type Place } from '../text/place.js';

/** One line that names a directive, where it stands and what the target knows of it. */
export interface Statement {
  readonly document: Document;
  /** Zero-based line in `document`. */
  readonly line: number;
  readonly name: Word;
  readonly args: readonly Word[];
  /** Undefined for a name that the target does not know. */
  readonly directive: Directive | undefined;
}

/** Where a word of the statement stands. */
export function placeOf(statement: Statement, word: Word): Place {
  return { uri: statement.document.uri, line: statement.line, ...word.span };
}

/** From the directive's name to its last argument. */
export function wholePlace(statement: Statement): Place {
  const last = statement.args.at(-1) ?? statement.name;
  return { uri: statement.document.uri, line: statement.line, ...cover(statement.name.span, last.span) };
}

/** All arguments; the name where there are none. */
export function argumentsPlace(statement: Statement): Place {
  const first = statement.args[0];
  return first === undefined
    ? placeOf(statement, statement.name)
    : { ...wholePlace(statement), start: first.span.start };
}
