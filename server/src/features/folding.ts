import type { FoldingRange } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { sectionsOf } from './sections.js';

/** Runs of comments, and the sections that banners such as `##### NETWORK #####` begin. */
export function folding(project: Project, uri: string): readonly FoldingRange[] {
  const document = project.documents.get(uri);
  if (document === undefined) return [];
  const sections = sectionsOf(document)
    .filter(({ start, end }) => end > start)
    .map(({ start, end }): FoldingRange => ({ startLine: start, endLine: end, kind: 'region' }));

  const comments: FoldingRange[] = [];
  let start: number | undefined;
  document.lines.forEach(({ kind }, line) => {
    if (kind === 'comment') {
      start ??= line;
      return;
    }
    if (start !== undefined && line - 1 > start)
      comments.push({ startLine: start, endLine: line - 1, kind: 'comment' });
    start = undefined;
  });
  return [...sections, ...comments];
}
