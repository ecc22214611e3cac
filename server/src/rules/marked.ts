import type { Project } from '../model/project.js';
import type { Document } from '../syntax/document.js';
import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';

/** What stands at a place of a project. */
export interface Marked {
  readonly document: Document;
  readonly line: number;
  /** All words of the line; empty where it has none. */
  readonly words: readonly Word[];
  /** The word that the place is, if it is one. */
  readonly word: Word | undefined;
  /** The marked text as written. Never put it in a message where it may be a secret. */
  readonly text: string;
}

/** Looks up a place. For a place outside the project it is the first line of its root. */
export function markedBy(project: Project, at: Place): Marked {
  const document = project.documents.get(at.uri) ?? project.root;
  const number = document.uri === at.uri ? at.line : 0;
  const line = document.lines[number];
  const words = line?.kind === 'words' || line?.kind === 'broken' ? line.words : [];
  return {
    document,
    line: number,
    words,
    word: words.find(({ span }) => span.start === at.start && span.end === at.end),
    text: line?.text.slice(at.start, at.end) ?? '',
  };
}
