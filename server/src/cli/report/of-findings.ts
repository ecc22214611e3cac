import type { Project } from '../../model/project.js';
import { secretSpans } from '../../model/secrets.js';
import type { Finding, Fix } from '../../rules/define.js';
import { parse } from '../../syntax/document.js';
import type { Dialect, Line } from '../../syntax/line.js';
import type { Edit } from '../../text/edit.js';
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
    fixes: finding.fixes.map((fix) => reportedFix(fix, loaded)),
  };
}

/** A fix that writes a secret, be it new or moved, is only named: no report shows what it writes. */
function reportedFix(fix: Fix, { project, shown }: Loaded): ReportedFix {
  const { title, safety, edits } = fix;
  if (edits.some((edit) => writesSecret(edit, fix, project))) return { title, safety, edits: [] };
  return { title, safety, edits: edits.map(({ uri, range, newText }) => ({ path: shown(uri), range, newText })) };
}

function writesSecret({ uri, range, newText }: Edit, { secret }: Fix, { documents }: Project): boolean {
  if (secret !== undefined && newText.includes(secret)) return true;
  if (/[0-9a-f]{64}/i.test(newText)) return true;
  const document = documents.get(uri);
  if (document === undefined) return false;
  const replaced = document.lines.slice(range.start.line, range.end.line + 1);
  const written = parse(document, newText).lines;
  return (
    written.some((line) => secretSpans(line, document.dialect).length > 0) ||
    replaced.some((line) => secretsIn(line, document.dialect).some((known) => newText.includes(known)))
  );
}

/** Without the quotes around them, and without the sign that makes them an ACL rule. */
function secretsIn(line: Line, dialect: Dialect): readonly string[] {
  return secretSpans(line, dialect)
    .map(({ start, end }) => line.text.slice(start, end).replace(/^["']?[<>!#]?|["']$/g, ''))
    .filter((secret) => secret !== '');
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
