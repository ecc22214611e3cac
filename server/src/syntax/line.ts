import type { Span } from '../text/place.js';
import { splitAclWords } from './acl-words.js';
import { isSpace, type Reading, splitWords, type Word } from './words.js';

/** One line of a file as a server takes it. `text` is the whole line without its newline. */
export type Line =
  | { readonly kind: 'blank' | 'comment'; readonly text: string }
  /** `words[0]` names the directive; in an ACL file it is `user`. */
  | { readonly kind: 'words'; readonly text: string; readonly words: readonly Word[] }
  /** The splitter refused the line at `at`; `words` are those before. */
  | { readonly kind: 'broken'; readonly text: string; readonly words: readonly Word[]; readonly at: Span }
  /** A NUL byte took the line's own end with it: what stands before the byte is read with the next line. */
  | { readonly kind: 'swallowed'; readonly text: string; readonly kept: string };

/** Which of the two syntaxes a file is in, and how the server in question reads it. */
export type Dialect = { readonly syntax: 'config'; readonly reading: Reading } | { readonly syntax: 'acl' };

/**
 * Reads one line.
 * @param text the line without its newline
 * @param glued what a NUL byte in the line above left over to be read in front of this one
 * @returns spans are columns of `text`; what came from the line above has the empty span at its start
 */
export function parseLine(text: string, dialect: Dialect, glued = ''): Line {
  const read = glued + text;
  const line = dialect.syntax === 'acl' ? parseAclLine(read) : parseConfigLine(read, dialect.reading);
  return glued === '' ? line : shifted(line, text, glued.length);
}

/** The line as an error message quotes it: blanks around it trimmed (`sdstrim(line, " \t\r\n")`). */
export function quotedBy({ text }: Pick<Line, 'text'>): string {
  const blanks = ' \t\r\n';
  let start = 0;
  let end = text.length;
  while (start < end && blanks.includes(text.charAt(start))) start++;
  while (end > start && blanks.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function parseConfigLine(text: string, reading: Reading): Line {
  const first = text.search(/[^ \t\r\n]/);
  if (first === -1) return { kind: 'blank', text };
  if (text[first] === '#') return { kind: 'comment', text };
  const { words, broken } = splitWords(text, reading);
  if (broken) return { kind: 'broken', text, words, at: broken };
  return words.length === 0 ? { kind: 'blank', text } : { kind: 'words', text, words };
}

/** ACL files know no comments: a line that starts with `#` is a line of words like any other. */
function parseAclLine(text: string): Line {
  const words = splitAclWords(text);
  return words.length === 0 ? { kind: 'blank', text } : { kind: 'words', text, words };
}

function shifted(line: Line, text: string, by: number): Line {
  const shift = (span: Span): Span => ({ start: Math.max(0, span.start - by), end: Math.max(0, span.end - by) });
  const words = (all: readonly Word[]): Word[] => all.map((word) => ({ ...word, span: shift(word.span) }));
  if (line.kind === 'words') return { ...line, text, words: words(line.words) };
  if (line.kind === 'broken') return { ...line, text, words: words(line.words), at: shift(line.at) };
  return { ...line, text };
}

/** Whether the line holds nothing but what `isspace` calls blank, vertical tabs and form feeds included. */
export function isBlankText(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
