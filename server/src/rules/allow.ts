import type { Project } from '../model/project.js';
import type { Document } from '../syntax/document.js';
import type { Place } from '../text/place.js';
import type { Finding, Fix } from './define.js';
import { insertLine } from './fixing.js';

/** A rule that may be broken at some place, because somebody said so. */
export interface Allowance {
  /** The id as written; no rule need have it. */
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** The id, where it is written. */
  readonly at: Place;
  covers(finding: Finding): boolean;
}

/** An allowance out of the configuration file, for files in which comments are illegal. */
export interface ListedAllowance {
  readonly rule: string;
  readonly reason: string;
  /** Where the configuration file says so. */
  readonly at: Place;
  /** The file in which the rule may be broken. */
  readonly uri: string;
  /** In the lines of this user only. */
  readonly user?: string;
}

/** All allowances for a project: comments in its files, and those of the configuration file. */
export function allowancesOf(project: Project, listed: readonly ListedAllowance[]): readonly Allowance[] {
  const inFiles = [...project.documents.values()].flatMap((document) => [...commentsIn(document)]);
  return [...inFiles, ...listed.map((allowance) => fromList(allowance, project))];
}

/** The change that allows a finding by a comment; undefined where the file's format has no comments. */
export function allowingFix(project: Project, finding: Finding): Fix | undefined {
  const document = project.documents.get(finding.at.uri);
  if (document === undefined || document.dialect.syntax === 'acl') return undefined;
  return {
    title: `Allow ${finding.rule} here`,
    safety: 'review',
    edits: [insertLine(document, finding.at.line, `# redis-hardening: allow ${finding.rule} (${REASON})`)],
    placeholder: REASON,
  };
}

const REASON = 'why this is fine here';

const COMMENT = /^([ \t]*#[ \t]*redis-hardening:[ \t]*allow[ \t]+)([A-Za-z0-9-]+)[ \t]*(?:\((.*)\))?/;

/** A comment speaks for what follows it up to the next line that the server reads. */
function* commentsIn(document: Document): Generator<Allowance> {
  if (document.dialect.syntax === 'acl') return;
  for (const [line, { kind, text }] of document.lines.entries()) {
    const match = kind === 'comment' ? COMMENT.exec(text) : null;
    if (match === null) continue;
    const [, before = '', rule = '', reason = ''] = match;
    const next = document.lines.findIndex(({ kind }, at) => at > line && kind !== 'comment' && kind !== 'blank');
    const last = next === -1 ? document.lines.length - 1 : next;
    yield {
      rule,
      reason: reason.trim(),
      at: { uri: document.uri, line, start: before.length, end: before.length + rule.length },
      covers: ({ rule: id, at }) => id === rule && at.uri === document.uri && line <= at.line && at.line <= last,
    };
  }
}

function fromList({ rule, reason, at, uri, user }: ListedAllowance, project: Project): Allowance {
  return {
    rule,
    reason,
    at,
    covers: (finding) =>
      finding.rule === rule && finding.at.uri === uri && (user === undefined || userAt(project, finding.at) === user),
  };
}

function userAt(project: Project, at: Place): string | undefined {
  const line = project.documents.get(at.uri)?.lines[at.line];
  return line?.kind === 'words' ? line.words[1]?.value : undefined;
}
