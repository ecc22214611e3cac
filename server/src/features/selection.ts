import type { Position, Range, SelectionRange } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import type { Document } from '../syntax/document.js';
import { cursorAt } from './cursor.js';
import { rangeIn } from './ranges.js';
import { sectionsOf } from './sections.js';

/** What "expand selection" takes in, step by step: word, arguments, line, paragraph, section, file. */
export function selection(project: Project, uri: string, positions: readonly Position[]): readonly SelectionRange[] {
  return positions.map((position) => {
    const cursor = cursorAt(project, uri, position);
    const document = project.documents.get(uri);
    const here: SelectionRange = { range: { start: position, end: position } };
    if (cursor === undefined || document === undefined) return here;
    const { line, words, index, text } = cursor;
    const [first, last] = [words[1], words.at(-1)];
    const ranges: Range[] = [];
    const word = words[index];
    if (word !== undefined) ranges.push(rangeIn(line, word.span));
    if (index > 0 && first && last) ranges.push(rangeIn(line, { start: first.span.start, end: last.span.end }));
    ranges.push(rangeIn(line, { start: 0, end: text.length }), paragraphAround(document, line));
    const section = sectionsOf(document).find(({ start, end }) => start <= line && line <= end);
    if (section !== undefined) ranges.push(lines(document, section.start, section.end));
    ranges.push(lines(document, 0, document.lines.length - 1));
    return nested(ranges) ?? here;
  });
}

function nested(ranges: readonly Range[]): SelectionRange | undefined {
  return ranges.reduceRight<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : same(parent.range, range) ? parent : { range, parent }),
    undefined,
  );
}

function paragraphAround(document: Document, line: number): Range {
  const isBlank = (at: number): boolean => document.lines[at]?.kind === 'blank';
  let [start, end] = [line, line];
  while (!isBlank(line) && start > 0 && !isBlank(start - 1)) start--;
  while (!isBlank(line) && end < document.lines.length - 1 && !isBlank(end + 1)) end++;
  return lines(document, start, end);
}

function lines(document: Document, start: number, end: number): Range {
  return {
    start: { line: start, character: 0 },
    end: { line: end, character: document.lines[end]?.text.length ?? 0 },
  };
}

function same(a: Range, b: Range): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
