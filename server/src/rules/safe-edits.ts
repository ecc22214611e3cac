import type { Edit } from '../text/edit.js';
import { isBefore } from '../text/place.js';
import type { Finding, Fix } from './define.js';

/** The fix to make where one is to be made for every finding: the first that cannot change what the server does, or else the first. */
export function preferredFix({ fixes }: Finding): Fix | undefined {
  return fixes.find(({ safety }) => safety === 'safe') ?? fixes[0];
}

/** The edits of all safe fixes that can be made at once. What is left out comes up again when the result is looked at. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  const fixes = fixesTogether(findings, (finding) => finding.fixes.find(({ safety }) => safety === 'safe'));
  return fixes.flatMap(({ edits }) => edits);
}

/**
 * Fixes that can be made at once: one a finding, none whose edits would touch another's.
 * @param choose the fix wanted for a finding; undefined for none
 */
export function fixesTogether(
  findings: readonly Finding[],
  choose: (finding: Finding) => Fix | undefined,
): readonly Fix[] {
  const taken = new Map<string, Edit[]>();
  const fixes: Fix[] = [];
  for (const finding of findings) {
    const fix = choose(finding);
    if (fix === undefined || fix.edits.some((edit) => isTaken(edit, taken))) continue;
    for (const edit of fix.edits) for (const line of linesOf(edit)) taken.set(line, [...(taken.get(line) ?? []), edit]);
    fixes.push(fix);
  }
  return fixes;
}

function isTaken(edit: Edit, taken: ReadonlyMap<string, readonly Edit[]>): boolean {
  return linesOf(edit).some((line) => taken.get(line)?.some((other) => overlap(edit, other)));
}

function linesOf({ uri, range }: Edit): readonly string[] {
  return Array.from({ length: range.end.line - range.start.line + 1 }, (_, i) => `${range.start.line + i} ${uri}`);
}

/** Two insertions at one point do not overlap unless they say the same. */
function overlap(a: Edit, b: Edit): boolean {
  const crossing = isBefore(a.range.start, b.range.end) && isBefore(b.range.start, a.range.end);
  return crossing || JSON.stringify([a.range, a.newText]) === JSON.stringify([b.range, b.newText]);
}
