import type { Range, TextEdit } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import type { Document } from '../syntax/document.js';
import { type Line, parseLine } from '../syntax/line.js';
import { rangeIn } from './ranges.js';

/**
 * Takes blanks off the ends of lines; everything else is meant, or might be.
 * The last line keeps its own where no newline ends it: in a pattern's files the next file goes on there.
 */
export function format(project: Project, uri: string, range: Range | undefined): readonly TextEdit[] {
  const document = project.documents.get(uri);
  if (document === undefined) return [];
  const [first, last] = [range?.start.line ?? 0, range?.end.line ?? document.lines.length];
  return document.lines.slice(0, -1).flatMap((line, number) => {
    if (number < first || number > last) return [];
    const span = blanksAtEnd(line);
    return span !== undefined && meansTheSame(line, span, document)
      ? [{ range: rangeIn(number, span), newText: '' }]
      : [];
  });
}

function blanksAtEnd({ text }: Line): { start: number; end: number } | undefined {
  const match = /[ \t]+(?=\r?$)/.exec(text);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}

function meansTheSame(line: Line, { start, end }: { start: number; end: number }, document: Document): boolean {
  if (line.kind === 'broken' || line.kind === 'swallowed' || line.text.includes('\0')) return false;
  const after = parseLine(line.text.slice(0, start) + line.text.slice(end), document.dialect);
  const words = (one: Line): string =>
    one.kind === 'words' ? JSON.stringify(one.words.map(({ value }) => value)) : '';
  return after.kind === line.kind && words(after) === words(line);
}
