import type { Range } from '../../text/place.js';
import { countBySeverity, type Report, type ReportedFinding, type Run } from './report.js';

/** Version 1 of the JSON report; for several targets a list of such reports, in their order. */
export function jsonReport({ runs }: Report): string {
  const reports = runs.map(runReport);
  return `${JSON.stringify(reports.length === 1 ? reports[0] : reports, undefined, 2)}\n`;
}

function runReport({ target, profile, files }: Run): unknown {
  return {
    version: 1,
    target: target.name,
    profile,
    files: files.map(({ path, kind, loads, findings }) => ({
      path,
      kind,
      loads,
      findings: findings.map(findingObject),
    })),
    summary: { files: files.length, ...countBySeverity(files) },
  };
}

function findingObject({
  rule,
  kind,
  severity,
  message,
  serverSays,
  path,
  range,
  related,
  fixes,
}: ReportedFinding): unknown {
  return {
    rule,
    kind,
    severity,
    message,
    serverSays,
    path,
    range: fromOne(range),
    related: related.map(({ path, range, message }) => ({ path, range: fromOne(range), message })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ path, range, newText }) => ({ path, range: fromOne(range), newText })),
    })),
  };
}

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
function fromOne({ start, end }: Range): Range {
  return {
    start: { line: start.line + 1, column: start.column + 1 },
    end: { line: end.line + 1, column: end.column + 1 },
  };
}
