import type { Fix, Log, PhysicalLocation, Region, ReportingDescriptor, Result, Run as SarifRun } from 'sarif';
import type { Rule, Severity } from '../../rules/define.js';
import { RULES } from '../../rules/registry.js';
import type { Range } from '../../text/place.js';
import type { Report, ReportedFinding, ReportedFix, Run } from './report.js';

/** SARIF 2.1.0, one run a target. */
export function sarifReport({ runs, version }: Report): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: runs.map((run) => sarifRun(run, version)),
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function sarifRun({ target, profile, files }: Run, version: string): SarifRun {
  const findings = files.flatMap((file) => file.findings);
  const rules = RULES.filter(({ id }) => findings.some(({ rule }) => rule === id));
  return {
    tool: { driver: { name: 'redis-hardening', version, rules: rules.map(descriptor) } },
    automationDetails: { id: `redis-hardening/${target.name}/${profile}` },
    columnKind: 'utf16CodeUnits',
    results: findings.map((finding) => result(finding, rules)),
    properties: { target: target.name, profile },
  };
}

function descriptor({ id, summary, rationale, tags, kind }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: rationale },
    properties: { tags: [kind, ...tags] },
  };
}

function result(finding: ReportedFinding, rules: readonly Rule[]): Result {
  const { rule, severity, message, path, range, related, fixes, serverSays } = finding;
  const changing = fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: location(path, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ path, range, message }) => ({
        physicalLocation: location(path, range),
        message: { text: message },
      })),
    }),
    ...(changing.length > 0 && { fixes: changing.map(sarifFix) }),
    ...(serverSays !== undefined && { properties: { serverSays } }),
  };
}

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function sarifFix({ title, edits }: ReportedFix): Fix {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: title },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uriOf(path) },
      replacements: edits
        .filter((edit) => edit.path === path)
        .map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } })),
    })),
  };
}

function location(path: string, range: Range): PhysicalLocation {
  return { artifactLocation: { uri: uriOf(path) }, region: region(range) };
}

/** Lines and columns count from 1; the end is exclusive. */
function region({ start, end }: Range): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

/** A relative reference, or for an absolute path a file URI. */
function uriOf(path: string): string {
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
