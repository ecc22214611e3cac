import type { TargetName } from '../../server/src/catalog/target.js';
import type { Project } from '../../server/src/model/project.js';
import type { Finding, Fix, Rule, Severity } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import { findingsOf } from '../../server/src/rules/run.js';
import { fixesTogether, preferredFix } from '../../server/src/rules/safe-edits.js';
import { applyEdits } from '../../server/src/text/edit.js';
import type { DrawnFile } from './drawing.js';
import { type FixtureOptions, projectOf } from './fixtures.js';
import { uriOf } from './memory-files.js';

/** Files as they are looked at: for whom, and what is said of them. */
export interface Looked {
  readonly files: readonly DrawnFile[];
  readonly project: Project;
  readonly findings: readonly Finding[];
}

/** All that all rules say of files; also what one finding leaves out because another has said it. */
export async function look(files: readonly DrawnFile[], options: FixtureOptions): Promise<Looked> {
  const project = await projectOf(files, options);
  return { files, project, findings: said(project, TALKATIVE, options) };
}

/** What rules say, with another secret wherever one is made. */
function said(project: Project, rules: readonly Rule[], options: FixtureOptions): readonly Finding[] {
  const { circumstances = {} } = options;
  const randomBytes = (count: number): Uint8Array => {
    secrets++;
    return Uint8Array.from({ length: count }, (_, i) => (i * 37 + secrets * 11) % 256);
  };
  return findingsOf(project, { profile: 'production', rules, circumstances, now: TODAY, randomBytes });
}

const TODAY = Date.parse('2026-11-24');

let secrets = 0;

/** What comes up when another finding is mended was there before, so that it is no fault of the fix. */
const TALKATIVE: readonly Rule[] = RULES.map((rule) => ({ ...rule, supersedes: [] }));

/** The files after fixes that go together, with those that they make. */
export function mended(files: readonly DrawnFile[], fixes: readonly Fix[]): readonly DrawnFile[] {
  const edits = fixes.flatMap((fix) => fix.edits);
  const after = files.map((file) => ({ ...file, marks: [], text: applied(pathOf(file.name), file.text) }));
  const made = [...new Set(edits.map(({ uri }) => uri))]
    .map((uri) => uri.replace('file://', ''))
    .filter((path) => !files.some(({ name }) => pathOf(name) === path))
    .map((name) => ({ name, withheld: false, marks: [], text: applied(name, '') }));
  return [...after, ...made];

  function applied(path: string, text: string): string {
    return applyEdits(
      text,
      edits.filter(({ uri }) => uri === uriOf(path)),
    );
  }
}

/**
 * What is wrong with a fix, as sentences: its finding is still there, something as severe has come up, or a server
 * refuses what it took.
 */
export async function faultsOf(
  fix: Fix,
  finding: Finding,
  before: Looked,
  options: FixtureOptions,
): Promise<readonly string[]> {
  const after = await look(mended(before.files, [fix]), options);
  const isSame = (other: Finding): boolean => other.rule === finding.rule && other.message === finding.message;
  const remains = count(after, isSame) >= count(before, isSame) ? ['it is still there'] : [];
  const coming = [...new Set(after.findings.map(({ rule }) => rule))].filter((rule) => {
    const counts = (other: Finding): boolean =>
      other.rule === rule && RANK[other.severity] >= RANK[finding.severity] && isComparable(other, finding);
    return count(after, counts) > count(before, counts);
  });
  const refused = after.project.refusals.length > before.project.refusals.length ? ['a server refuses it'] : [];
  return [...remains, ...coming.map((rule) => `${rule} comes up`), ...refused];
}

/** Makes fixes that go together, as often as there are any; every round ends with files that no fewer servers take. */
export async function mendedByAll(
  files: readonly DrawnFile[],
  choose: (finding: Finding) => Fix | undefined,
  options: FixtureOptions,
): Promise<{ readonly files: readonly DrawnFile[]; readonly rounds: number }> {
  let current = files;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const project = await projectOf(current, options);
    const fixes = fixesTogether(said(project, RULES, options), choose);
    if (fixes.length === 0) return { files: current, rounds };
    current = mended(current, fixes);
  }
  return { files: current, rounds: MOST_ROUNDS };
}

/** Enough for any file: a fix may bring up what it is no longer in the way of. */
export const MOST_ROUNDS = 15;

/** What "Harden this file" takes, again and again. */
export const forHardening = preferredFix;

/** What is made on saving. */
export const forSaving = ({ fixes }: Finding): Fix | undefined => fixes.find(({ safety }) => safety === 'safe');

/** The target that an example is about. */
export function optionsFor({ example }: Rule, fallback: TargetName): FixtureOptions {
  const { circumstances = {}, target } = example;
  return { circumstances, target: (target as TargetName | undefined) ?? fallback };
}

/** A line that servers refuse has no effect; what it does once they take it is said then. */
function isComparable(other: Finding, { kind }: Finding): boolean {
  return kind !== 'load' || other.kind === 'load';
}

function count({ findings }: Looked, wanted: (finding: Finding) => boolean): number {
  return findings.filter(wanted).length;
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };

function pathOf(name: string): string {
  return name.startsWith('/') ? name : `/etc/redis/${name}`;
}
