import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { secretSpans } from '../model/secrets.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import { rangeIn } from './ranges.js';
import { sectionsOf } from './sections.js';
import { userLineIn } from './user-lines.js';

/** The outline: sections, and in them directives with their values, users by name. Secrets are left out. */
export function symbols(project: Project, uri: string): readonly DocumentSymbol[] {
  const document = project.documents.get(uri);
  if (document === undefined) return [];
  const sections = sectionsOf(document).map(
    ({ title, start, end }): DocumentSymbol & { children: DocumentSymbol[] } => ({
      name: title,
      kind: SymbolKind.Namespace,
      range: { start: { line: start, character: 0 }, end: { line: end, character: lengthOf(document, end) } },
      selectionRange: rangeIn(start, { start: 0, end: lengthOf(document, start) }),
      children: [],
    }),
  );
  const outline: DocumentSymbol[] = [...sections];
  let next = 0;
  document.lines.forEach((line, number) => {
    while ((sections[next]?.range.start.line ?? Number.POSITIVE_INFINITY) <= number) next++;
    const symbol = symbolOf(line, number, document);
    if (symbol !== undefined) (sections[next - 1]?.children ?? outline).push(symbol);
  });
  return outline;
}

function symbolOf(line: Line, number: number, document: Document): DocumentSymbol | undefined {
  if (line.kind !== 'words' && line.kind !== 'broken') return undefined;
  const [name, ...args] = line.words;
  if (name === undefined || name.value === '') return undefined;
  const range = rangeIn(number, { start: name.span.start, end: args.at(-1)?.span.end ?? name.span.end });
  const user = userLineIn(line, number, document);
  if (user !== undefined && user.name.value !== '') {
    const selectionRange = rangeIn(number, user.name.span);
    return { name: user.name.value, detail: 'user', kind: SymbolKind.Object, range, selectionRange };
  }
  const detail = secretSpans(line, document.dialect).length > 0 ? '' : args.map(({ value }) => value).join(' ');
  const kind = name.value.toLowerCase() === 'include' ? SymbolKind.File : SymbolKind.Property;
  return { name: name.value, detail, kind, range, selectionRange: rangeIn(number, name.span) };
}

function lengthOf({ lines }: Document, line: number): number {
  return lines[line]?.text.length ?? 0;
}
