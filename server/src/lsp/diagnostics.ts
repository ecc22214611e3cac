import type { Diagnostic } from 'vscode-languageserver-types';
import type { Finding } from '../rules/define.js';
import type { ClientAbilities } from './abilities.js';
import { diagnosticOf } from './convert.js';
import type { Analysis } from './session.js';

/** A finding in a file, and the analyses that came to it. */
export interface FoundIn {
  readonly finding: Finding;
  readonly by: readonly Analysis[];
}

/** What all analyses have found in a file; what several of them found is there once. */
export function findingsIn(uri: string, analyses: readonly Analysis[]): readonly FoundIn[] {
  const found = new Map<string, { finding: Finding; by: Analysis[] }>();
  for (const analysis of analyses) {
    for (const finding of analysis.findings()) {
      if (finding.at.uri !== uri) continue;
      const key = `${finding.at.line} ${finding.at.start} ${finding.rule} ${finding.message}`;
      const same = found.get(key);
      if (same === undefined) found.set(key, { finding, by: [analysis] });
      else same.by.push(analysis);
    }
  }
  return [...found.values()];
}

/** What to show for a file. Where only some of the roots that read it find something, the first of them is named. */
export function diagnosticsOf(uri: string, analyses: readonly Analysis[], client: ClientAbilities): Diagnostic[] {
  return findingsIn(uri, analyses).map(({ finding, by }) => {
    const [first] = by;
    const title = first?.project.target.title ?? '';
    const related = first === undefined || by.length === analyses.length ? [] : [readBy(first)];
    return diagnosticOf({ ...finding, related: [...finding.related, ...related] }, title, client);
  });
}

function readBy({ project }: Analysis): Finding['related'][number] {
  return { at: { uri: project.root.uri, line: 0, start: 0, end: 0 }, message: `read by ${project.root.path}` };
}
