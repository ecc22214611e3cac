import { BYTE_255 } from '../text/bytes.js';
import type { Span } from '../text/place.js';

/** One argument of a line, as the server will hold it. */
export interface Word {
  /** Columns in the line, quotes included. */
  readonly span: Span;
  /** What the server reads: without quotes, escapes resolved. */
  readonly value: string;
  /** The first quote character that occurs in it, if any. */
  readonly quote: '' | '"' | "'";
}

/** The two ways in which servers differ when they split a line. */
export interface Reading {
  /** `a"b"c`: an unbalanced quote everywhere but in Valkey 9.1, which reads `abc`. */
  readonly textAfterQuote: 'refused' | 'joined';
  /** The byte 0xFF: Valkey 8.1 and 9.1 lose it (`sdsparsearg` holds it in a signed char and takes it for "no character"). */
  readonly byte255: 'kept' | 'dropped';
}

export interface SplitLine {
  /** At most `MOST_WORDS`: what follows them is looked through for quotes that are not closed, and not kept. */
  readonly words: readonly Word[];
  /** The word that the splitter refused: from its first character to where it gave up. */
  readonly broken: Span | undefined;
}

/** No line in earnest has more; a line of millions of words would take all memory. */
export const MOST_WORDS = 100_000;

/**
 * Splits a line into words exactly as `sdssplitargs` (sds.c) does.
 * @param text the line; blanks around it are skipped, as the server trims them before
 * @returns the words up to the end, or up to the one that is refused; never fails
 */
export function splitWords(text: string, reading: Reading): SplitLine {
  const words: Word[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at >= text.length) return { words, broken: undefined };
    if (words.length === MOST_WORDS) {
      const plain = endOfPlain(text, at);
      if (plain > at && (plain === text.length || isSpace(text.charCodeAt(plain)))) {
        at = plain;
        continue;
      }
    }
    const word = readWord(text, at, reading);
    if ('refusedAt' in word) return { words, broken: { start: at, end: word.refusedAt } };
    if (words.length < MOST_WORDS) words.push(word);
    at = word.span.end;
  }
}

/** C's `isspace`: what separates words outside of them. */
export function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
}

function readWord(text: string, start: number, reading: Reading): Word | { refusedAt: number } {
  let value = '';
  let quote: Word['quote'] = '';
  let at = start;
  for (;;) {
    const plain = endOfPlain(text, at);
    value += rawText(text.slice(at, plain), reading);
    at = plain;
    const opening = text[at];
    if (opening !== '"' && opening !== "'") break;
    quote ||= opening;
    const quoted = readQuoted(text, at + 1, opening, reading);
    if (quoted === undefined) return { refusedAt: text.length };
    value += quoted.value;
    at = quoted.end;
    if (at >= text.length) break;
    if (reading.textAfterQuote === 'refused') {
      if (!isSpace(text.charCodeAt(at))) return { refusedAt: at + 1 };
      break;
    }
  }
  return { span: { start, end: at }, value, quote };
}

/** Vertical tab and form feed do not end a word, though they are skipped before one. */
function endOfPlain(text: string, from: number): number {
  let at = from;
  while (at < text.length && !ENDS_PLAIN.has(text.charCodeAt(at))) at++;
  return at;
}

const ENDS_PLAIN: ReadonlySet<number> = new Set([...' \t\r\n"\''].map((c) => c.charCodeAt(0)));

function rawText(text: string, { byte255 }: Reading): string {
  return byte255 === 'dropped' && text.includes(BYTE_255) ? text.replaceAll(BYTE_255, '') : text;
}

interface Quoted {
  readonly value: string;
  /** Just behind the closing quote. */
  readonly end: number;
}

/** Undefined where nothing closes the quote. */
function readQuoted(text: string, from: number, quote: '"' | "'", reading: Reading): Quoted | undefined {
  const parts: string[] = [];
  let done = from;
  for (let at = from; at < text.length; ) {
    const c = text[at];
    if (c === quote) {
      parts.push(rawText(text.slice(done, at), reading));
      return { value: parts.join(''), end: at + 1 };
    }
    const escaped = c === '\\' ? readEscape(text, at + 1, quote) : undefined;
    if (escaped === undefined) {
      at++;
      continue;
    }
    parts.push(rawText(text.slice(done, at), reading));
    // `\xff` is the byte all the same: only what stands in the file is lost.
    parts.push(escaped.end === at + 4 ? escaped.value : rawText(escaped.value, reading));
    at = escaped.end;
    done = at;
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', a: '\x07' };

/** What stands behind a backslash; undefined where the backslash is a character like any other. */
function readEscape(text: string, from: number, quote: '"' | "'"): Quoted | undefined {
  const c = text[from];
  if (c === undefined) return undefined;
  if (quote === "'") return c === "'" ? { value: c, end: from + 1 } : undefined;
  const byte = c === 'x' ? 16 * hexDigit(text, from + 1) + hexDigit(text, from + 2) : Number.NaN;
  if (!Number.isNaN(byte)) return { value: byteToText(byte), end: from + 3 };
  return { value: ESCAPES[c] ?? c, end: from + 1 };
}

function hexDigit(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : Number.NaN;
}

function byteToText(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
}
