import { eastAsianWidth } from 'get-east-asian-width';
import type { Span } from '../../text/place.js';

/** A line of a file as a terminal can show it, and the marks below the stretch that is meant. */
export interface Excerpt {
  readonly text: string;
  /** Blanks, then `^~~~`. */
  readonly marks: string;
}

/**
 * Cuts what is worth showing out of a line: `…` stands for each secret and for what is left out at the ends; tabs become
 * blanks, and what a terminal would obey or cannot show becomes one sign.
 */
export function excerptOf(line: string, span: Span, secrets: readonly Span[]): Excerpt {
  const cells = [...cellsIn(line.replace(/\r$/, ''), span, secrets)];
  if (!cells.some(({ isMeant }) => isMeant)) cells.push({ shown: ' ', isMeant: true });
  let text = '';
  let marks = '';
  let column = 0;
  for (const { shown, isMeant } of cells) {
    const visible = shown === '\t' ? ' '.repeat(TAB - (column % TAB)) : shown;
    const width = shown === '\t' ? visible.length : widthOf(shown);
    text += visible;
    marks += (isMeant ? '~' : ' ').repeat(width);
    column += width;
  }
  return { text: text.trimEnd(), marks: marks.trimEnd().replace('~', '^') };
}

/** Text out of a file with the replacement character for what a terminal would obey or cannot show, and for line ends. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '\ufffd');
}

interface Cell {
  readonly shown: string;
  readonly isMeant: boolean;
}

function* cellsIn(text: string, span: Span, secrets: readonly Span[]): Generator<Cell> {
  const from = startOfView(span.start, secrets);
  const to = Math.min(text.length, from + LENGTH);
  if (from > 0) yield { shown: '…', isMeant: false };
  for (let at = from; at < to; ) {
    const next = secrets[firstEndingBehind(at, secrets)];
    const secret = next !== undefined && next.start <= at ? next : undefined;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = secret?.end ?? at + character.length;
    const isMeant = at < Math.max(span.end, span.start + 1) && end > span.start;
    yield { shown: secret === undefined ? shownAs(character) : '…', isMeant };
    at = end;
  }
  if (to < text.length) yield { shown: '…', isMeant: false };
}

/** Where to begin, so that as much is shown in front of the stretch as fits; a secret takes one column. */
function startOfView(start: number, secrets: readonly Span[]): number {
  let from = start;
  let left = BEFORE;
  for (let index = firstEndingBehind(start, secrets) - 1; index >= 0; index--) {
    const secret = secrets[index];
    if (secret === undefined) break;
    const between = from - secret.end;
    if (between >= left) break;
    left -= between + 1;
    from = secret.start;
  }
  return Math.max(0, from - left);
}

/** The first secret that ends behind a column; they are in order, and a line can hold very many. */
function firstEndingBehind(column: number, secrets: readonly Span[]): number {
  let low = 0;
  let high = secrets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((secrets[middle]?.end ?? 0) <= column) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Columns shown in front of the stretch, and in all. */
const BEFORE = 80;
const LENGTH = 160;

const TAB = 4;

function shownAs(character: string): string {
  return character === '\t' ? character : printable(character);
}

function widthOf(character: string): number {
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}
