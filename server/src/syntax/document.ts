import { byteLength } from '../text/bytes.js';
import { type Dialect, type Line, parseLine } from './line.js';

/** One file, read line by line. Never fails, asks no release. */
export interface Document {
  readonly uri: string;
  /** The path by which the server knows the file. */
  readonly path: string;
  readonly dialect: Dialect;
  /** As an editor counts them: a file that ends in a newline has an empty last line. */
  readonly lines: readonly Line[];
  /** The line ending that most of the file has; inserted lines take it. */
  readonly eol: '\n' | '\r\n';
}

/** Where a document comes from and how it is read. */
export interface Source {
  readonly uri: string;
  readonly path: string;
  readonly dialect: Dialect;
}

/**
 * Reads a whole text.
 * @param before what another file left over to be read in front of the first line
 */
export function parse(source: Source, text: string, before = ''): Document {
  const texts = text.split('\n');
  const lines: Line[] = [];
  let glued = before;
  texts.forEach((lineText, index) => {
    const cut = cutAtNul(lineText, source.dialect, index < texts.length - 1);
    if (cut?.newline === 'dropped') {
      glued += cut.kept;
      lines.push({ kind: 'swallowed', text: lineText, kept: glued });
      return;
    }
    const line = parseLine(cut?.kept ?? lineText, source.dialect, glued);
    lines.push(cut ? { ...line, text: lineText } : line);
    glued = '';
  });
  return { uri: source.uri, path: source.path, dialect: source.dialect, lines, eol: eolOf(text) };
}

/**
 * Reads a changed text, keeping the `Line` objects of the unchanged lines before and after the change.
 * A directive never spans lines, so equal text is an equal line; only NUL bytes, which join lines, need a full parse.
 * @returns the same as `parse` of the new text
 */
export function reparse(previous: Document, text: string): Document {
  if (text.includes('\0') || previous.lines.some((line) => line.kind === 'swallowed' || line.text.includes('\0'))) {
    return parse(previous, text);
  }
  const texts = text.split('\n');
  const old = previous.lines;
  const shorter = Math.min(old.length, texts.length);
  let head = 0;
  while (head < shorter && old[head]?.text === texts[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail]?.text === texts[texts.length - 1 - tail]) tail++;
  const middle = texts.slice(head, texts.length - tail).map((line) => parseLine(line, previous.dialect));
  const lines = [...old.slice(0, head), ...middle, ...old.slice(old.length - tail)];
  return { ...previous, lines, eol: eolOf(text) };
}

/** The text of a document, as it was given. */
export function textOf(document: Document): string {
  return document.lines.map((line) => line.text).join('\n');
}

/** The number, from 1, that a server gives the line in its messages: lines that a NUL byte joined count as one. */
export function serverLineNumber(document: Document, line: number): number {
  let number = line + 1;
  for (let i = 0; i < line; i++) if (document.lines[i]?.kind === 'swallowed') number--;
  return number;
}

/** Bytes that one `fgets` takes at a time: `CONFIG_READ_LEN` (config.c), and `char buf[1024]` in `ACLLoadFromFile`. */
const BLOCK = { config: 1024, acl: 1023 } as const;

interface Cut {
  readonly kept: string;
  readonly newline: 'kept' | 'dropped';
}

/**
 * What is left of a line with NUL bytes in it. The line is read in blocks, and each block is appended as a C string, so
 * that it ends at its first NUL; if that is the last block, the newline goes with it.
 */
function cutAtNul(line: string, dialect: Dialect, endsInNewline: boolean): Cut | undefined {
  if (!line.includes('\0')) return undefined;
  const read = endsInNewline ? `${line}\n` : line;
  const kept: string[] = [];
  for (let start = 0; start < read.length; ) {
    const end = endOfBlock(read, start, BLOCK[dialect.syntax]);
    const block = read.slice(start, end);
    const nul = block.indexOf('\0');
    if (nul !== 0) kept.push(nul === -1 ? block : block.slice(0, nul));
    start = end;
  }
  const text = kept.join('');
  if (text.endsWith('\n')) return { kept: text.slice(0, -1), newline: 'kept' };
  return { kept: text, newline: endsInNewline ? 'dropped' : 'kept' };
}

/** The index behind the last character that fits into so many bytes; a character that does not fit stays whole. */
function endOfBlock(text: string, start: number, size: number): number {
  let at = start;
  for (let bytes = 0; at < text.length; ) {
    const units = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    bytes += text.charCodeAt(at) < 0x80 ? 1 : byteLength(text.slice(at, at + units));
    if (bytes > size && at > start) return at;
    at += units;
  }
  return at;
}

function eolOf(text: string): Document['eol'] {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}
