import { applyEdits as applyJsonEdits, type Edit as JsonEdit, modify } from 'jsonc-parser';
import type { Edit } from '../text/edit.js';
import type { Position } from '../text/place.js';

/** What is to be allowed, as the configuration file writes it. */
export interface NewAllowance {
  readonly rule: string;
  /** Relative to the configuration file. */
  readonly path: string;
  /** Only in the lines of this user. */
  readonly user?: string | undefined;
  readonly reason: string;
}

/** The edits that add an allowance to a configuration file: for files in which a comment cannot stand. */
export function allowingEdits(uri: string, text: string, { rule, path, user, reason }: NewAllowance): readonly Edit[] {
  const entry = { rule, path, ...(user === undefined ? {} : { user }), reason };
  const before = text.trim() === '' ? '{}' : text;
  const edits = modify(before, ['allow', -1], entry, {
    isArrayInsertion: true,
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' },
  });
  if (before !== text) {
    return [
      {
        uri,
        range: { start: START, end: positionAt(text, text.length) },
        newText: `${applyJsonEdits(before, edits)}\n`,
      },
    ];
  }
  return edits.map((edit) => editOf(edit, uri, text));
}

const START: Position = { line: 0, column: 0 };

function editOf({ offset, length, content }: JsonEdit, uri: string, text: string): Edit {
  return { uri, range: { start: positionAt(text, offset), end: positionAt(text, offset + length) }, newText: content };
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length - 1, column: offset - lineStart };
}
