import type { Span } from '../text/place.js';
import { MOST_WORDS, type Word } from './words.js';

/**
 * Splits a line of an ACL file as `ACLLoadFromFile` (acl.c) does: at every single space, so that two spaces in a row
 * hold an empty word; no quotes, no escapes. Blanks around the line are trimmed before.
 * @param text the line without its newline
 * @returns at most `MOST_WORDS` words
 */
export function splitAclWords(text: string): readonly Word[] {
  const line = trimmed(text, 0, text.length, SPACE);
  if (line.start === line.end) return [];
  const words: Word[] = [];
  let start = line.start;
  for (;;) {
    const space = text.indexOf(' ', start);
    const end = space === -1 || space >= line.end ? line.end : space;
    words.push({ span: { start, end }, value: text.slice(start, end), quote: '' });
    if (end === line.end || words.length === MOST_WORDS) return words;
    start = end + 1;
  }
}

/**
 * An ACL rule of a file without the tabs and carriage returns around it, which `ACLLoadFromFile` trims once selectors
 * are joined.
 */
export function trimmedRule(word: Word): Word {
  const { start, end } = trimmed(word.value, 0, word.value.length, TAB);
  if (end - start === word.value.length) return word;
  const span = { start: word.span.start + start, end: word.span.end - (word.value.length - end) };
  return { ...word, span, value: word.value.slice(start, end) };
}

/** Words of which those of one selector, `(` … `)`, have been made one. */
export interface MergedWords {
  readonly words: readonly Word[];
  /** Index, in the words given, of the one that opened a selector which nothing closes. */
  readonly unclosed: number | undefined;
}

/**
 * Joins the words of a selector by one blank each, as `ACLMergeSelectorArguments` (acl.c, Redis 7.0 on) does: a word
 * that starts with `(` opens one, the first word that ends in `)` closes it.
 * @param reopening what a word that would open one does where one is open: Redis 7.0 loses what stood before it
 */
export function mergeSelectors(words: readonly Word[], reopening: 'goes-on' | 'starts-again'): MergedWords {
  if (!words.some(opens)) return { words, unclosed: undefined };
  const merged: Word[] = [];
  let open: { index: number; word: Word } | undefined;
  words.forEach((word, index) => {
    if (open && (reopening === 'goes-on' || !opens(word))) {
      open = { index: open.index, word: joined(open.word, word) };
      if (!word.value.endsWith(')')) return;
      merged.push(open.word);
      open = undefined;
    } else if (opens(word)) open = { index, word };
    else merged.push(word);
  });
  return { words: merged, unclosed: open?.index };
}

function opens({ value }: Word): boolean {
  return value.startsWith('(') && !value.endsWith(')');
}

function joined(first: Word, next: Word): Word {
  return {
    span: { start: first.span.start, end: next.span.end },
    value: `${first.value} ${next.value}`,
    quote: first.quote || next.quote,
  };
}

const TAB = 0x09;
const SPACE = 0x20;

/** Without tabs, newlines and carriage returns around it, and without one more blank. */
function trimmed(text: string, from: number, to: number, blank: number): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start), blank)) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1), blank)) end--;
  return { start, end };
}

function isBlank(unit: number, blank: number): boolean {
  return unit === blank || unit === TAB || unit === 0x0a || unit === 0x0d;
}
