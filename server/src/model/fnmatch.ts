import { byteString } from '../text/bytes.js';

/**
 * Whether a name matches a pattern as `fnmatch(3)` says with `FNM_PERIOD`, in the locale that servers run in, where one
 * byte is one character: `*`, `?`, `[…]` with ranges and classes, backslash escapes; a leading dot matches only itself.
 */
export function fnmatch(pattern: string, name: string): boolean {
  const tokens = tokensOf(byteString(pattern));
  const bytes = byteString(name);
  if (bytes.startsWith('.') && tokens[0] !== '.') return false;
  let token = 0;
  let at = 0;
  let star: { token: number; at: number } | undefined;
  while (at < bytes.length) {
    const wanted = tokens[token];
    if (wanted === STAR) star = { token: ++token, at };
    else if (wanted !== undefined && takes(wanted, bytes.charAt(at))) {
      token++;
      at++;
    } else if (star !== undefined) {
      star = { token: star.token, at: star.at + 1 };
      ({ token, at } = star);
    } else return false;
  }
  while (tokens[token] === STAR) token++;
  return token === tokens.length;
}

const STAR = Symbol('*');
const ANY = Symbol('?');

interface ByteSet {
  readonly isNegated: boolean;
  readonly members: ReadonlySet<string>;
}

type Token = string | typeof STAR | typeof ANY | ByteSet;

function takes(token: Exclude<Token, typeof STAR>, byte: string): boolean {
  if (token === ANY) return true;
  if (typeof token === 'string') return token === byte;
  return token.members.has(byte) !== token.isNegated;
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const byte = pattern.charAt(at);
    const set = byte === '[' ? setAt(pattern, at + 1) : undefined;
    if (set !== undefined) {
      tokens.push(set.set);
      at = set.end - 1;
    } else if (byte === '*') tokens.push(STAR);
    else if (byte === '?') tokens.push(ANY);
    else if (byte === '\\' && at + 1 < pattern.length) tokens.push(pattern.charAt(++at));
    else tokens.push(byte);
  }
  return tokens;
}

/** The set that begins behind a bracket; undefined where nothing closes it, so that the bracket stands for itself. */
function setAt(pattern: string, start: number): { readonly set: ByteSet; readonly end: number } | undefined {
  const isNegated = pattern[start] === '!' || pattern[start] === '^';
  const members = new Set<string>();
  const first = isNegated ? start + 1 : start;
  for (let at = first; at < pattern.length; ) {
    if (pattern[at] === ']' && at > first) return { set: { isNegated, members }, end: at + 1 };
    const [whole, name] = /^\[:([a-z]+):\]/.exec(pattern.slice(at, at + LONGEST_CLASS)) ?? [];
    if (whole !== undefined) {
      for (const byte of classOf(name ?? '')) members.add(byte);
      at += whole.length;
      continue;
    }
    const from = memberAt(pattern, at);
    const isRange = pattern[from.end] === '-' && from.end + 1 < pattern.length && pattern[from.end + 1] !== ']';
    const to = isRange ? memberAt(pattern, from.end + 1) : from;
    for (let code = from.code; code <= to.code; code++) members.add(String.fromCharCode(code));
    at = to.end;
  }
  return undefined;
}

const LONGEST_CLASS = '[:xdigit:]'.length;

function memberAt(pattern: string, at: number): { readonly code: number; readonly end: number } {
  const isEscaped = pattern[at] === '\\' && at + 1 < pattern.length;
  const position = isEscaped ? at + 1 : at;
  return { code: pattern.charCodeAt(position), end: position + 1 };
}

function classOf(name: string): readonly string[] {
  const expression = CLASSES.get(name);
  if (expression === undefined) return [];
  return Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter((byte) => expression.test(byte));
}

/** The classes of the locale C. */
const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['alnum', /[A-Za-z0-9]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[^ -~]/],
  ['digit', /[0-9]/],
  ['graph', /[!-~]/],
  ['lower', /[a-z]/],
  ['print', /[ -~]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[\t-\r ]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);
