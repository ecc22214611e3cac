import type { FileReport, Report, ReportedFinding, Run } from './report.js';

/** JUnit's XML: a suite for each file and target, a failed case for each finding, a passed one where there is none. */
export function junitReport({ runs }: Report): string {
  const suites = runs.flatMap((run) => run.files.map((file) => suite(file, run)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="redis-hardening">',
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite({ path, findings }: FileReport, { target }: Run): string {
  const name = `${path} (${target.title})`;
  const cases =
    findings.length === 0 ? [`    <testcase classname="${xml(path)}" name="no findings"/>`] : findings.map(failed);
  return [
    `  <testsuite name="${xml(name)}" tests="${cases.length}" failures="${findings.length}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function failed({ path, rule, severity, message, serverSays, range: { start } }: ReportedFinding): string {
  const place = `${path}:${start.line + 1}:${start.column + 1}`;
  const detail = [place, message, ...(serverSays === undefined ? [] : [`the server says: ${serverSays}`])].join('\n');
  return [
    `    <testcase classname="${xml(path)}" name="${xml(`${rule} at ${place}`)}">`,
    `      <failure type="${severity}" message="${xml(message)}">${xml(detail)}</failure>`,
    '    </testcase>',
  ].join('\n');
}

/** Escaped for text and attributes; what XML 1.0 cannot hold at all becomes the replacement character. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`);
}
