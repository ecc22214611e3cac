import { CodeActionKind, type Range } from 'vscode-languageserver-types';
import type { Project } from '../model/project.js';
import { allowingFix } from '../rules/allow.js';
import type { Finding, Fix } from '../rules/define.js';
import { mustBeShown } from '../rules/new-secret.js';
import { preferredFix, safeEdits } from '../rules/safe-edits.js';
import type { Edit } from '../text/edit.js';
import { touchesPlace } from './ranges.js';

/** One offer of the light bulb. */
export interface Action {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** The finding it mends; undefined for what mends many. */
  readonly finding: Finding | undefined;
  readonly isPreferred: boolean;
  readonly edits: readonly Edit[];
  readonly placeholder: string | undefined;
  /** A password that is nowhere to be read afterwards, so that it has to be shown. */
  readonly secret: string | undefined;
}

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.redisHardening`;

/**
 * What can be done about the findings of a file.
 * @param findings those of the file
 * @param range offers are made for what touches it; `source.fixAll` is for the whole file
 * @param only kinds that are wanted, with all below them; undefined for all
 */
export function actions(
  project: Project,
  findings: readonly Finding[],
  range: Range,
  only: readonly CodeActionKind[] | undefined,
): readonly Action[] {
  const wanted = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((parent) => kind === parent || kind.startsWith(`${parent}.`));
  const offers: Action[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    for (const finding of findings) if (touchesPlace(range, finding.at)) offers.push(...fixing(project, finding));
  }
  if (wanted(FIX_ALL)) {
    const edits = safeEdits(findings);
    if (edits.length > 0) offers.push({ ...MENDS_ALL, edits });
  }
  return offers;
}

function fixing(project: Project, finding: Finding): readonly Action[] {
  const allow = finding.kind === 'load' ? undefined : allowingFix(project, finding);
  const preferred = preferredFix(finding);
  return [
    ...finding.fixes.map((fix) => offerOf(fix, finding, fix === preferred)),
    ...(allow === undefined ? [] : [offerOf(allow, finding, false)]),
  ];
}

function offerOf(fix: Fix, finding: Finding, isPreferred: boolean): Action {
  const { title, edits, placeholder } = fix;
  const secret = mustBeShown(fix) ? fix.secret : undefined;
  return { title, kind: CodeActionKind.QuickFix, finding, isPreferred, edits, placeholder, secret };
}

const MENDS_ALL = {
  title: 'Fix all that cannot change what the server does',
  kind: FIX_ALL,
  finding: undefined,
  isPreferred: false,
  placeholder: undefined,
  secret: undefined,
} as const;
