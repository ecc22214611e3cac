import type { Target } from '../catalog/target.js';
import type { Files } from '../model/files.js';
import type { Finding, Fix } from '../rules/define.js';
import { mustBeShown } from '../rules/new-secret.js';
import { fixesTogether } from '../rules/safe-edits.js';
import { textOf } from '../syntax/document.js';
import { applyEdits, type Edit } from '../text/edit.js';
import type { FoundConfiguration } from './configuration.js';
import type { Disk, Io } from './io.js';
import { judge, type Loaded, load, type Wishes } from './judge.js';
import type { Root } from './roots.js';

/** A file that is being mended. */
export interface MendedFile {
  readonly path: string;
  /** As it is called in what we print. */
  readonly shown: string;
  /** Undefined for a file that was not there. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A change that was made. */
export interface Change {
  /** The file in which it was asked for, as it is called in what we print. */
  readonly shown: string;
  readonly rule: string;
  readonly title: string;
  /** Made for it, and nowhere to be read from now on; undefined where there is none. */
  readonly secret: string | undefined;
}

/** All that was mended so far, for several roots that may share files. */
export interface Mending {
  /** By URI. */
  readonly files: Map<string, MendedFile>;
  readonly changes: Change[];
  /** What could not be mended. */
  readonly left: Finding[];
}

/** What is to be mended, and how. */
export interface Repair {
  readonly target: Target;
  readonly wishes: Wishes;
  /** A later one is asked only when there is nothing to do for the earlier ones. */
  readonly choices: readonly Choice[];
}

/** The fix wanted for a finding; undefined for none. */
export type Choice = (finding: Finding) => Fix | undefined;

/**
 * Mends a root file and all that belongs to it, in memory: makes the fixes that go together, reads the result and goes
 * on until nothing is wanted any more. A fix that did not lessen what it was for is not made again, so this ends.
 */
export async function mend(
  root: Root,
  found: FoundConfiguration,
  repair: Repair,
  mending: Mending,
  io: Io,
): Promise<void> {
  const files = mendedFiles(io.disk, mending);
  const tried = new Map<string, number>();
  for (;;) {
    const text = mending.files.get(root.uri)?.after ?? root.text;
    const loaded = await load({ ...root, text }, found, repair.target, io, files);
    const findings = judge(loaded, repair.wishes, io, () => undefined);
    const counts = countsOf(findings);
    const isFresh = (finding: Finding): boolean => {
      const before = tried.get(subjectOf(finding));
      return before === undefined || (counts.get(subjectOf(finding)) ?? 0) < before;
    };
    const fixes = firstThatHelps(findings.filter(isFresh), repair.choices);
    if (fixes.length === 0) {
      mending.left.push(...findings);
      return;
    }
    for (const fix of fixes) {
      const finding = findings.find((finding) => finding.fixes.includes(fix));
      if (finding === undefined) continue;
      tried.set(subjectOf(finding), counts.get(subjectOf(finding)) ?? 0);
      const secret = mustBeShown(fix) ? fix.secret : undefined;
      mending.changes.push({ shown: loaded.shown(finding.at.uri), rule: finding.rule, title: fix.title, secret });
    }
    makeEdits(
      fixes.flatMap(({ edits }) => edits),
      loaded,
      mending,
      io,
    );
  }
}

function firstThatHelps(findings: readonly Finding[], choices: readonly Choice[]): readonly Fix[] {
  for (const choose of choices) {
    const fixes = fixesTogether(findings, choose);
    if (fixes.length > 0) return fixes;
  }
  return [];
}

/** What a finding is about, however lines move. */
function subjectOf({ rule, message, at }: Finding): string {
  return JSON.stringify([rule, message, at.uri]);
}

function countsOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(subjectOf(finding), (counts.get(subjectOf(finding)) ?? 0) + 1);
  return counts;
}

function makeEdits(edits: readonly Edit[], { project, shown }: Loaded, { files }: Mending, { disk }: Io): void {
  for (const uri of new Set(edits.map((edit) => edit.uri))) {
    const document = project.documents.get(uri);
    const text = document === undefined ? undefined : textOf(document);
    const file = files.get(uri) ?? { path: disk.pathOf(uri), shown: shown(uri), before: text, after: text ?? '' };
    const own = edits.filter((edit) => edit.uri === uri);
    files.set(uri, { ...file, after: applyEdits(file.after, own) });
  }
}

/** What was mended already is read instead of what is on disk. */
function mendedFiles(disk: Disk, { files }: Mending): Files {
  return {
    async read(path) {
      const uri = disk.uriOf(path);
      const mended = files.get(uri);
      return mended === undefined ? disk.read(path) : { kind: 'text', uri, text: mended.after };
    },
    glob: (pattern) => disk.glob(pattern),
  };
}
