import { TARGETS, type Target } from '../../catalog/target.js';
import type { FileReport, Report, ReportedFinding } from './report.js';

/** A root file and what several targets have to say of it, once each. */
export interface MergedFile {
  readonly path: string;
  readonly findings: readonly MergedFinding[];
  /** Those that would not start with it. */
  readonly refusedBy: readonly Target[];
  readonly askedOf: readonly Target[];
}

/** A finding and the targets for which it holds. */
export interface MergedFinding extends ReportedFinding {
  readonly targets: readonly Target[];
}

/** The report by file instead of by target; files and findings in their order. */
export function mergedFiles({ runs }: Report): readonly MergedFile[] {
  const files = new Map<string, { target: Target; file: FileReport }[]>();
  for (const { target, files: reports } of runs) {
    for (const file of reports) files.set(file.path, [...(files.get(file.path) ?? []), { target, file }]);
  }
  return [...files].map(([path, reports]) => ({
    path,
    findings: mergedFindings(reports),
    refusedBy: reports.filter(({ file }) => !file.loads).map(({ target }) => target),
    askedOf: reports.map(({ target }) => target),
  }));
}

/** `Redis 6.0, 6.2 and Valkey 8.0`: each product once. */
export function namesOf(targets: readonly Target[]): string {
  const ordered = TARGETS.flatMap((name) => targets.filter((target) => target.name === name));
  const products = [...new Set(ordered.map(({ product }) => product))].map((product) => {
    const [first, ...others] = ordered.filter((target) => target.product === product);
    return [first?.title, ...others.map(({ release }) => release)].join(', ');
  });
  return products.join(' and ');
}

function mergedFindings(reports: readonly { readonly target: Target; readonly file: FileReport }[]): MergedFinding[] {
  const merged = new Map<string, MergedFinding>();
  for (const { target, file } of reports) {
    for (const finding of file.findings) {
      const key = keyOf(finding);
      const before = merged.get(key);
      merged.set(key, { ...(before ?? finding), targets: [...(before?.targets ?? []), target] });
    }
  }
  return inOrder([...merged.values()]);
}

function keyOf({ path, rule, severity, message, serverSays, range: { start, end } }: ReportedFinding): string {
  return JSON.stringify([path, start.line, start.column, end.column, rule, severity, message, serverSays]);
}

function inOrder(findings: readonly MergedFinding[]): MergedFinding[] {
  const paths = [...new Set(findings.map(({ path }) => path))];
  return [...findings].sort(
    (a, b) =>
      paths.indexOf(a.path) - paths.indexOf(b.path) ||
      a.range.start.line - b.range.start.line ||
      a.range.start.column - b.range.start.column,
  );
}
