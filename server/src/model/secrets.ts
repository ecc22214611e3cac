import type { Dialect, Line } from '../syntax/line.js';
import type { Reading } from '../syntax/words.js';
import { splitWords } from '../syntax/words.js';
import type { Span } from '../text/place.js';

/**
 * The stretches of a line that hold passwords, their hashes or passphrases, so that nothing shows them.
 * Errs on the side of hiding: lines that the server refuses, and directives that were commented out, are read as well
 * as it goes.
 * @returns columns in the line's text, in order
 */
export function secretSpans(line: Line, dialect: Dialect): readonly Span[] {
  const spans = known.get(line) ?? spansIn(line, dialect);
  known.set(line, spans);
  return spans;
}

const known = new WeakMap<Line, readonly Span[]>();

function spansIn(line: Line, dialect: Dialect): readonly Span[] {
  if (dialect.syntax === 'acl') return aclSecrets(wordsIn(line.text));
  return line.kind === 'comment' ? commentedSecrets(line.text) : configSecrets(line.text);
}

/** The line's text with `…` in place of each secret. */
export function withoutSecrets(line: Line, dialect: Dialect): string {
  let shown = '';
  let done = 0;
  for (const { start, end } of secretSpans(line, dialect)) {
    shown += `${line.text.slice(done, start)}…`;
    done = end;
  }
  return shown + line.text.slice(done);
}

/** Whether the value of that directive is a secret. */
export function isSecret(directive: string): boolean {
  return RESEMBLES_SECRET.test(directive.toLowerCase());
}

interface Piece {
  readonly span: Span;
  readonly value: string;
  /** What the splitter would refuse: all that follows, a quote among it. */
  readonly isBroken?: boolean;
}

const READING: Reading = { textAfterQuote: 'joined', byte255: 'kept' };

/** As configuration files split it, then what the splitter would refuse as one piece. */
function wordsIn(text: string): readonly Piece[] {
  const { words, broken } = splitWords(text, READING);
  if (broken === undefined) return words;
  const rest = { start: broken.start, end: text.trimEnd().length };
  return [...words, { span: rest, value: text.slice(rest.start, rest.end), isBroken: true }];
}

function configSecrets(text: string): readonly Span[] {
  const directive = directiveIn(text);
  if (!SECRET.test(directive) && !isSecret(directive)) return [];
  const args = wordsIn(text).filter(({ isBroken }, index) => index > 0 || isBroken);
  if (directive === 'user') return aclSecrets(args);
  if (directive === 'sentinel') return sentinelSecrets(args);
  return spansOf(args);
}

/** The name that a line begins with; looks no further, since lines can be long. */
function directiveIn(text: string): string {
  return wordsIn(text.trimStart().slice(0, LONGEST_NAME))[0]?.value.toLowerCase() ?? '';
}

const LONGEST_NAME = 200;

/** `requirepass`, `masterauth`, `tls-key-file-pass`, whatever a module calls its password, and each of them misspelt. */
const RESEMBLES_SECRET = /pas+w?|(?:master|primary)auth|secret|token/;

const SECRET = /^(?:requirepass|masterauth|primaryauth|tls-(?:client-)?key-file-pass|user|sentinel)$/;

function sentinelSecrets([name, ...args]: readonly Piece[]): readonly Span[] {
  const keyword = name?.value.toLowerCase() ?? '';
  if (!keyword.includes('pass')) return [];
  return spansOf(keyword.startsWith('auth') ? args.slice(1) : args);
}

/** Of a comment that was a directive; prose keeps its words. */
function commentedSecrets(text: string): readonly Span[] {
  const start = text.search(/[^#\s]/);
  if (start === -1 || !SECRET.test(directiveIn(text.slice(start, start + LONGEST_NAME)))) return [];
  return configSecrets(text.slice(start)).map((span) => ({ start: span.start + start, end: span.end + start }));
}

/** `>password`, `<password`, `#hash`, `!hash`, and what stands behind a `>` that was written apart. */
function aclSecrets(words: readonly Piece[]): readonly Span[] {
  const isHidden = ({ value, isBroken }: Piece, index: number): boolean =>
    isBroken === true || /^(?:[<>!]|#[0-9a-f]{16})/i.test(value) || isLone(words[index - 1]);
  return spansOf(words.filter(isHidden));
}

function isLone(word: Piece | undefined): boolean {
  return word !== undefined && /^[<>]$/.test(word.value);
}

function spansOf(words: readonly Piece[]): readonly Span[] {
  return words.map(({ span }) => span).filter(({ start, end }) => start < end);
}
