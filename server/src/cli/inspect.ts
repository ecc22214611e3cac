import type { Target } from '../catalog/target.js';
import { withoutKnown } from '../configuration/baseline.js';
import type { Profile } from '../rules/define.js';
import type { BaselineFile } from './baselines.js';
import { type GivenRoot, targetFor } from './given.js';
import type { Io } from './io.js';
import { judge, load } from './judge.js';
import { fileReport } from './report/of-findings.js';
import type { FileReport, Run } from './report/report.js';
import { type Read, standingAlone } from './standing-alone.js';
import type { GivenWishes } from './wishes.js';

/** By what roots are inspected. */
export interface Measures {
  /** Undefined where the configuration file decides. */
  readonly targets: readonly Target[] | undefined;
  readonly wishes: GivenWishes;
  /** What is left out, where there is a baseline. */
  readonly baselines?: ReadonlyMap<GivenRoot, BaselineFile>;
}

export interface Inspection {
  readonly runs: readonly Run[];
  /** Sentences about what went wrong on our side. */
  readonly failures: readonly string[];
}

/**
 * Judges root files, each for all targets. Of those that were found in a folder, the ones that another root includes
 * speak through that.
 */
export async function inspect(roots: readonly GivenRoot[], measures: Measures, io: Io): Promise<Inspection> {
  const failures: string[] = [];
  const judged: Judged[] = [];
  for (const given of roots) judged.push(await judgeRoot(given, measures, failures, io));
  return { runs: runsOf(standingAlone(judged)), failures };
}

interface Judged extends Read {
  readonly reports: readonly { readonly target: Target; readonly profile: Profile; readonly file: FileReport }[];
}

async function judgeRoot(
  given: GivenRoot,
  { targets, wishes, baselines }: Measures,
  failures: string[],
  io: Io,
): Promise<Judged> {
  const { root, found } = given;
  const { configuration } = found;
  const known = baselines?.get(given);
  const profile = wishes.profile ?? configuration.profile ?? 'production';
  const takingPart = new Set<string>();
  const reports: { target: Target; profile: Profile; file: FileReport }[] = [];
  for (const target of targets ?? [targetFor(found, undefined)]) {
    const loaded = await load(root, found, target, io);
    const findings = judge(loaded, { ...wishes, profile }, io, (rule, error) => {
      failures.push(`${root.shown}: the rule ${rule} failed: ${String(error)}`);
    });
    for (const uri of loaded.project.documents.keys()) takingPart.add(uri);
    const left = known === undefined ? findings : withoutKnown(findings, loaded.project, known.baseline, known.uri);
    reports.push({ target, profile, file: fileReport(loaded, left) });
  }
  return { root, configuration, takingPart, reports };
}

function runsOf(judged: readonly Judged[]): readonly Run[] {
  const runs = new Map<string, { target: Target; profile: Profile; files: FileReport[] }>();
  for (const { reports } of judged) {
    for (const { target, profile, file } of reports) {
      const key = `${target.name} ${profile}`;
      const run = runs.get(key) ?? { target, profile, files: [] };
      run.files.push(file);
      runs.set(key, run);
    }
  }
  return [...runs.values()];
}
