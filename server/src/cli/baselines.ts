import {
  BASELINE_FILE,
  type Baseline,
  baselineOf,
  baselineText,
  NO_BASELINE,
  readBaseline,
  sizeOf,
  united,
} from '../configuration/baseline.js';
import { resolvePath } from '../model/paths.js';
import type { FoundConfiguration } from './configuration.js';
import { complain, EXIT, type ExitCode } from './exit.js';
import { type GivenRoot, targetFor } from './given.js';
import type { Measures } from './inspect.js';
import type { Io } from './io.js';
import { judge, load } from './judge.js';
import { shownLike } from './roots.js';

/** A baseline file that is to be compared with. */
export interface BaselineFile {
  readonly uri: string;
  /** As it is called in what we print. */
  readonly shown: string;
  readonly baseline: Baseline;
}

/** The baselines of all roots, by the path of the file; or a sentence about one that cannot be read. */
export async function baselinesOf(
  roots: readonly GivenRoot[],
  named: string | undefined,
  io: Io,
): Promise<ReadonlyMap<GivenRoot, BaselineFile> | string> {
  const read = new Map<string, BaselineFile>();
  const baselines = new Map<GivenRoot, BaselineFile>();
  for (const root of roots) {
    const path = baselinePath(root.found, named, io);
    if (path === undefined) continue;
    const shown = shownLike('', path, io);
    const file = read.get(path) ?? (await readFile(path, shown, io));
    if (typeof file === 'string') return `${shown}: ${file}`;
    read.set(path, file);
    baselines.set(root, file);
  }
  return baselines;
}

/**
 * Writes all that is said of the roots into baselines, each into its own. What a baseline says of files that took no
 * part stays in it.
 */
export async function writeBaselines(
  roots: readonly GivenRoot[],
  named: string | undefined,
  { targets, wishes }: Pick<Measures, 'targets' | 'wishes'>,
  io: Io,
): Promise<ExitCode> {
  const written = new Map<string, Baseline>();
  const failures: string[] = [];
  for (const { root, found } of roots) {
    const path = baselinePath(found, named, io) ?? resolvePath(io.workingDirectory, BASELINE_FILE);
    const profile = wishes.profile ?? found.configuration.profile ?? 'production';
    for (const target of targets ?? [targetFor(found, undefined)]) {
      const loaded = await load(root, found, target, io);
      const findings = judge(loaded, { ...wishes, profile }, io, (rule, error) => {
        failures.push(`${root.shown}: the rule ${rule} failed: ${String(error)}`);
      });
      const baseline = baselineOf(findings, loaded.project, io.disk.uriOf(path));
      written.set(path, united(written.get(path) ?? NO_BASELINE, baseline));
    }
  }
  for (const [path, baseline] of written) {
    const shown = shownLike('', path, io);
    const before = await readFile(path, shown, io);
    const kept = typeof before === 'string' ? NO_BASELINE : before.baseline;
    const failure = await io.disk.replace(path, baselineText(new Map([...kept, ...baseline])));
    if (failure === undefined) await io.stdout.write(`${shown}: ${leftOut(sizeOf(baseline))}\n`);
    else failures.push(`${shown}: ${failure}`);
  }
  await complain(failures, io);
  return failures.length === 0 ? EXIT.clean : EXIT.failure;
}

function leftOut(count: number): string {
  return count === 1 ? '1 finding is left out from now on' : `${count} findings are left out from now on`;
}

/** The file that the command line names, else the one of the configuration file. */
function baselinePath({ configuration }: FoundConfiguration, named: string | undefined, io: Io): string | undefined {
  if (named !== undefined) return resolvePath(io.workingDirectory, named);
  return configuration.baseline === undefined ? undefined : io.disk.pathOf(configuration.baseline);
}

async function readFile(path: string, shown: string, io: Io): Promise<BaselineFile | string> {
  const answer = await io.disk.read(path);
  if (answer.kind === 'missing') return 'no such file: redis-hardening check --write-baseline makes one';
  if (answer.kind !== 'text') return 'not a file that can be read';
  const baseline = readBaseline(answer.text);
  return typeof baseline === 'string' ? baseline : { uri: io.disk.uriOf(path), shown, baseline };
}
