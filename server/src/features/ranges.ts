import type { Position, Range } from 'vscode-languageserver-types';
import type { Place, Span } from '../text/place.js';

/** The range of a span of one line. */
export function rangeIn(line: number, { start, end }: Span): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

/** The range that a place covers. */
export function rangeOfPlace(place: Place): Range {
  return rangeIn(place.line, place);
}

/** Whether a range touches a place: a cursor at either end of it does. */
export function touchesPlace(range: Range, place: Place): boolean {
  return !isBefore(range.end, place.line, place.start) && !isAfter(range.start, place.line, place.end);
}

function isBefore(position: Position, line: number, column: number): boolean {
  return position.line < line || (position.line === line && position.character < column);
}

function isAfter(position: Position, line: number, column: number): boolean {
  return position.line > line || (position.line === line && position.character > column);
}
