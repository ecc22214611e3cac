import type { Span } from '../text/place.js';
import type { Word } from './words.js';

/**
 * Splits a line of an ACL file as `ACLLoadFromFile` (acl.c) does: at every single space, so that two spaces in a row
 * hold an empty word; no quotes, no escapes. Blanks around the line are trimmed before; from the third word on, tabs
 * and carriage returns around a word are trimmed too.
 * @param text the line without its newline
 */
export function splitAclWords(text: string): readonly Word[] {
  const line = trimmed(text, { start: 0, end: text.length }, ' \t\r\n');
  if (line.start === line.end) return [];
  const words: Word[] = [];
  let start = line.start;
  for (;;) {
    const space = text.indexOf(' ', start);
    const end = space === -1 || space >= line.end ? line.end : space;
    const span = words.length < 2 ? { start, end } : trimmed(text, { start, end }, '\t\r\n');
    words.push({ span, value: text.slice(span.start, span.end), quote: '' });
    if (end === line.end) return words;
    start = end + 1;
  }
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

function trimmed(text: string, span: Span, blanks: string): Span {
  let { start, end } = span;
  while (start < end && blanks.includes(text.charAt(start))) start++;
  while (end > start && blanks.includes(text.charAt(end - 1))) end--;
  return { start, end };
}
