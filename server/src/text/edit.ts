import { isBefore, type Position, type Range } from './place.js';

/** Replaces a range of one file by new text. */
export interface Edit {
  readonly uri: string;
  readonly range: Range;
  readonly newText: string;
}

/**
 * Applies the edits of one file to its text.
 * Edits refer to the text as it is now, in any order; of two that overlap, the later one in the file is left out, so
 * that nobody's text is lost. Positions beyond a line's or the file's end mean that end.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const starts = lineStarts(text);
  const offset = ({ line, column }: Position): number => {
    if (line >= starts.length) return text.length;
    const start = starts[line] ?? 0;
    return Math.min(start + column, endOfLine(text, starts, line));
  };
  const ordered = [...edits].sort((a, b) =>
    isBefore(a.range.start, b.range.start) ? -1 : isBefore(b.range.start, a.range.start) ? 1 : 0,
  );
  let result = '';
  let done = 0;
  for (const edit of ordered) {
    const start = offset(edit.range.start);
    if (start < done) continue;
    result += text.slice(done, start) + edit.newText;
    done = Math.max(start, offset(edit.range.end));
  }
  return result + text.slice(done);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function endOfLine(text: string, starts: readonly number[], line: number): number {
  const next = starts[line + 1];
  if (next === undefined) return text.length;
  return text[next - 2] === '\r' ? next - 2 : next - 1;
}
