import type { Severity } from '../../rules/define.js';
import { mergedFiles, namesOf } from './merged.js';
import type { Report } from './report.js';

/** Workflow commands of GitHub Actions, one a finding, which it shows beside the lines of a pull request. */
export function githubReport(report: Report): string {
  const commands = mergedFiles(report).flatMap(({ findings, askedOf }) =>
    findings.map(({ path, range: { start, end }, severity, rule, message, targets }) => {
      const properties = [
        `file=${property(path)}`,
        `line=${start.line + 1}`,
        `col=${start.column + 1}`,
        `endLine=${end.line + 1}`,
        `endColumn=${end.column + 1}`,
        `title=${property(rule)}`,
      ];
      const only = targets.length < askedOf.length ? ` (${namesOf(targets)})` : '';
      return `::${LEVELS[severity]} ${properties.join(',')}::${escaped(message + only)}\n`;
    }),
  );
  return commands.join('');
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
