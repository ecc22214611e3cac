import type { Position } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import type { Word } from '../syntax/words.js';
import { touches } from '../text/place.js';

/** What stands where the cursor is. */
export interface Cursor {
  readonly document: Document;
  readonly line: number;
  /** Zero-based UTF-16 column. */
  readonly column: number;
  readonly text: string;
  readonly kind: Line['kind'];
  /** The words of the line, a broken one's as far as they go; none in a comment. */
  readonly words: readonly Word[];
  /** Index of the word that the cursor is in or at the end of; -1 between words. */
  readonly index: number;
}

/** The cursor at a position; undefined for a file that is no part of the project or a line that it does not have. */
export function cursorAt(project: Project, uri: string, { line, character }: Position): Cursor | undefined {
  const document = project.documents.get(uri);
  const found = document?.lines[line];
  if (document === undefined || found === undefined) return undefined;
  const words = found.kind === 'words' || found.kind === 'broken' ? found.words : [];
  const index = words.findIndex(({ span }) => touches(span, character));
  return { document, line, column: character, text: found.text, kind: found.kind, words, index };
}

/** The statement in a line of a configuration file, the first of several where the file is read more than once. */
export function statementAt(project: Project, uri: string, line: number): Statement | undefined {
  return statementsByLine(project, uri).get(line);
}

/** The statements of one file by line. */
export function statementsByLine(project: Project, uri: string): ReadonlyMap<number, Statement> {
  const known = statements.get(project)?.get(uri);
  if (known !== undefined) return known;
  const byLine = new Map<number, Statement>();
  for (const statement of project.statements) {
    if (statement.document.uri === uri && !byLine.has(statement.line)) byLine.set(statement.line, statement);
  }
  const ofProject = statements.get(project) ?? new Map<string, ReadonlyMap<number, Statement>>();
  statements.set(project, ofProject.set(uri, byLine));
  return byLine;
}

const statements = new WeakMap<Project, Map<string, ReadonlyMap<number, Statement>>>();
