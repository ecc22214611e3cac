import type { Target } from '../../catalog/target.js';
import type { RootKind } from '../../model/project.js';
import type { Profile, RuleKind, Severity } from '../../rules/define.js';
import type { Edit } from '../../text/edit.js';
import type { Range } from '../../text/place.js';
import type { Excerpt } from './excerpt.js';

/** What `check` has to say, by target; nothing in it is a secret. Lines and columns from zero. */
export interface Report {
  readonly runs: readonly Run[];
  readonly version: string;
}

/** The files that one target was asked about. */
export interface Run {
  readonly target: Target;
  readonly profile: Profile;
  readonly files: readonly FileReport[];
}

/** A root file. */
export interface FileReport {
  readonly path: string;
  readonly kind: RootKind;
  readonly loads: boolean;
  readonly findings: readonly ReportedFinding[];
}

/** A finding with the names that files have for the reader. */
export interface ReportedFinding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly message: string;
  readonly serverSays: string | undefined;
  readonly path: string;
  readonly range: Range;
  readonly excerpt: Excerpt;
  readonly related: readonly { readonly path: string; readonly range: Range; readonly message: string }[];
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: 'safe' | 'review';
  /** Empty where the text would be a secret. */
  readonly edits: readonly (Omit<Edit, 'uri'> & { readonly path: string })[];
}

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** How many findings of each severity. */
export function countBySeverity(files: readonly Pick<FileReport, 'findings'>[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** Writes a report in one format. */
export type Format = (report: Report) => string;
