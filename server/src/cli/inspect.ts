import { type Target, target } from '../catalog/target.js';
import type { Profile } from '../rules/define.js';
import { defaultTarget } from './arguments.js';
import type { Configurations, FoundConfiguration } from './configuration.js';
import type { Io } from './io.js';
import { judge, load } from './judge.js';
import { configurationText } from './report/configuration-text.js';
import { fileReport } from './report/of-findings.js';
import type { FileReport, Run } from './report/report.js';
import { type Root, shownLike } from './roots.js';
import type { GivenWishes } from './wishes.js';

/** By what roots are inspected. */
export interface Measures {
  /** Undefined where the configuration file decides. */
  readonly targets: readonly Target[] | undefined;
  readonly wishes: GivenWishes;
  readonly configurations: Configurations;
}

export interface Inspection {
  readonly runs: readonly Run[];
  /** Sentences about what went wrong on our side. */
  readonly failures: readonly string[];
  /** What is wrong with configuration files, as text with the lines. */
  readonly misconfigured: readonly string[];
}

/**
 * Judges root files, each for all targets. Of those that were found in a folder, the ones that another root includes
 * speak through that.
 */
export async function inspect(roots: readonly Root[], measures: Measures, io: Io): Promise<Inspection> {
  const failures: string[] = [];
  const misconfigured = new Set<string>();
  const judged: Judged[] = [];
  for (const root of roots) {
    const found = await measures.configurations.for(root.path);
    if (found.problems.length > 0)
      misconfigured.add(configurationText(found, (path) => shownLike(root.shown, path, io)));
    judged.push(await judgeRoot(root, found, measures, failures, io));
  }
  return { runs: runsOf(standingAlone(judged)), failures, misconfigured: [...misconfigured] };
}

interface Judged {
  readonly root: Root;
  readonly found: FoundConfiguration;
  /** URIs of all files that take part, the root's own included. */
  readonly takingPart: ReadonlySet<string>;
  readonly reports: readonly { readonly target: Target; readonly profile: Profile; readonly file: FileReport }[];
}

async function judgeRoot(
  root: Root,
  found: FoundConfiguration,
  { targets, wishes }: Measures,
  failures: string[],
  io: Io,
): Promise<Judged> {
  const { configuration } = found;
  const profile = wishes.profile ?? configuration.profile ?? 'production';
  const takingPart = new Set<string>();
  const reports: { target: Target; profile: Profile; file: FileReport }[] = [];
  for (const target of targets ?? [configured(found)]) {
    const loaded = await load(root, found, target, io);
    const findings = judge(loaded, { ...wishes, profile }, io, (rule, error) => {
      failures.push(`${root.shown}: the rule ${rule} failed: ${String(error)}`);
    });
    for (const uri of loaded.project.documents.keys()) takingPart.add(uri);
    reports.push({ target, profile, file: fileReport(loaded, findings) });
  }
  return { root, found, takingPart, reports };
}

/** The target that the configuration file names, or the default. */
export function configured({ configuration }: FoundConfiguration): Target {
  return configuration.target === undefined ? defaultTarget() : target(configuration.target);
}

/** Without those found in a folder that the configuration does not name as roots or that another file includes. */
function standingAlone(judged: readonly Judged[]): readonly Judged[] {
  const includers = new Map<string, number>();
  for (const { root, takingPart } of judged) {
    for (const uri of takingPart) if (uri !== root.uri) includers.set(uri, (includers.get(uri) ?? 0) + 1);
  }
  const isRoot = ({ root, found }: Judged): boolean =>
    root.origin === 'named' || (found.configuration.roots?.includes(root.uri) ?? !includers.has(root.uri));
  const covered = new Set(judged.filter(isRoot).flatMap(({ takingPart }) => [...takingPart]));

  // Files that include each other in a ring have nobody outside to speak for them: the first does.
  return judged.filter((entry) => {
    if (isRoot(entry)) return true;
    if (entry.found.configuration.roots !== undefined || covered.has(entry.root.uri)) return false;
    for (const uri of entry.takingPart) covered.add(uri);
    return true;
  });
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
