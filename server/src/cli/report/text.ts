import type { Severity } from '../../rules/define.js';
import type { Style } from '../style.js';
import { printable } from './excerpt.js';
import { type MergedFile, type MergedFinding, mergedFiles, namesOf } from './merged.js';
import { countBySeverity, type Report, SEVERITIES } from './report.js';

/** For people: one finding after the other with its line, then the sum. */
export function textReport(report: Report, style: Style): string {
  const files = mergedFiles(report);
  const findings = files.flatMap((file) => file.findings.map((finding) => findingText(finding, file, style)));
  return [...findings, sum(files, report, style)].join('');
}

function findingText(finding: MergedFinding, file: MergedFile, style: Style): string {
  const { path, range, severity, message, rule, excerpt, serverSays, related } = finding;
  const number = String(range.start.line + 1);
  const gutter = ' '.repeat(number.length);
  const bar = style.faint('|');
  const only = finding.targets.length < file.askedOf.length ? ` (${namesOf(finding.targets)})` : '';
  const lines = [
    `${style.strong(where(path, range))}: ${colourOf(severity, style)(severity)}: ${printable(message)} ${style.faint(`[${rule}]`)}${only}`,
    `${gutter} ${bar}`,
    `${style.faint(number)} ${bar} ${excerpt.text}`,
    `${gutter} ${bar} ${style.green(excerpt.marks)}`,
  ];
  if (serverSays !== undefined && !message.includes(serverSays)) {
    lines.push(`${gutter} ${style.faint('=')} ${namesOf(finding.targets)}: ${printable(serverSays)}`);
  }
  for (const { path, range, message } of related)
    lines.push(`${gutter} ${style.faint('=')} ${where(path, range)}: ${printable(message)}`);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function where(path: string, { start }: MergedFinding['range']): string {
  return `${printable(path)}:${start.line + 1}:${start.column + 1}`;
}

function colourOf(severity: Severity, style: Style): (text: string) => string {
  const colours = { error: style.red, warning: style.yellow, info: style.blue, hint: style.faint };
  return colours[severity];
}

function sum(files: readonly MergedFile[], { runs }: Report, style: Style): string {
  const counts = countBySeverity(files);
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    colourOf(severity, style)(count(counts[severity], NOUNS[severity])),
  );
  const profiles = [...new Set(runs.map(({ profile }) => profile))].join(', ');
  const asked = `${namesOf(runs.map(({ target }) => target))}, ${profiles}`;
  const lines = files
    .filter(({ refusedBy }) => refusedBy.length > 0)
    .map(({ path, refusedBy }) => `${style.strong(printable(path))} does not load on ${namesOf(refusedBy)}`);
  lines.push(`${count(files.length, 'file')}: ${found.length === 0 ? 'nothing found' : found.join(', ')} (${asked})`);
  const mended = files.flatMap(({ findings }) => findings).filter(({ fixes }) => fixes[0]?.safety === 'safe').length;
  if (mended > 0)
    lines.push(`${count(mended, 'of these')} can be mended without changing what the server does: redis-hardening fix`);
  return `${lines.join('\n')}\n`;
}

const NOUNS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'hint' };

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 || noun.startsWith('of') ? '' : 's'}`;
}
