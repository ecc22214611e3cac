import { secretSpans } from '../../model/secrets.js';
import type { Finding, Fix } from '../../rules/define.js';
import { type Place, rangeOf } from '../../text/place.js';
import type { Loaded } from '../judge.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import type { FileReport, ReportedFinding, ReportedFix } from './report.js';

/** What the findings of one root file look like in a report. */
export function fileReport(loaded: Loaded, findings: readonly Finding[]): FileReport {
  const { root, project } = loaded;
  return {
    path: root.shown,
    kind: project.kind,
    loads: project.refusals.length === 0,
    findings: findings.map((finding) => reported(finding, loaded)),
  };
}

function reported(finding: Finding, loaded: Loaded): ReportedFinding {
  const { at, serverSays } = finding;
  return {
    rule: finding.rule,
    kind: finding.kind,
    severity: finding.severity,
    message: finding.message,
    serverSays: serverSays === undefined ? undefined : veiled(serverSays, at, loaded),
    path: loaded.shown(at.uri),
    range: rangeOf(at),
    excerpt: excerptAt(at, loaded),
    related: finding.related.map(({ at, message }) => ({ path: loaded.shown(at.uri), range: rangeOf(at), message })),
    fixes: finding.fixes.filter((fix) => !writesSecret(fix)).map((fix) => reportedFix(fix, loaded)),
  };
}

function reportedFix({ title, safety, edits }: Fix, { shown }: Loaded): ReportedFix {
  return {
    title,
    safety,
    edits: edits.map(({ uri, range, newText }) => ({ path: shown(uri), range, newText })),
  };
}

/** Whether a secret that was made for the fix stands in the new text, not only its digest: no report shows that. */
function writesSecret({ secret, edits }: Fix): boolean {
  return secret !== undefined && edits.some(({ newText }) => newText.includes(secret));
}

function excerptAt(at: Place, { project, configurationFile }: Loaded): Excerpt {
  const document = project.documents.get(at.uri);
  const line = document?.lines[at.line];
  if (document !== undefined && line !== undefined)
    return excerptOf(line.text, at, secretSpans(line, document.dialect));
  const text = at.uri === configurationFile?.uri ? configurationFile.text.split('\n')[at.line] : undefined;
  return excerptOf(text ?? '', at, []);
}

/** Some servers repeat words of the line, and do not look which. */
function veiled(serverSays: string, at: Place, { project }: Loaded): string {
  const document = project.documents.get(at.uri);
  const line = document?.lines[at.line];
  if (document === undefined || line === undefined) return serverSays;
  const secrets = secretSpans(line, document.dialect).map(({ start, end }) => line.text.slice(start, end));
  return secrets.reduce((text, secret) => withoutWord(text, secret.replace(/^(["'])(.*)\1$/s, '$2')), serverSays);
}

/** Replaces a word that stands between blanks or quotes. */
function withoutWord(text: string, word: string): string {
  const pattern = word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  return text.replace(new RegExp(`(?<![^\\s'"])${pattern}(?![^\\s'"])`, 'g'), '…');
}
