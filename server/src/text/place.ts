/** A half-open range of columns inside one line: zero-based UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A point in a file: zero-based line, zero-based UTF-16 column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open range in a file. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of one line of one file: where something is said. */
export interface Place extends Span {
  readonly uri: string;
  readonly line: number;
}

/** The range that a place covers. */
export function rangeOf(place: Place): Range {
  return { start: { line: place.line, column: place.start }, end: { line: place.line, column: place.end } };
}

/** The smallest span that covers both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Whether the column lies in the span or at its end, as a cursor does. */
export function touches(span: Span, column: number): boolean {
  return span.start <= column && column <= span.end;
}

/** Whether `a` stands before `b` in a file. */
export function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
