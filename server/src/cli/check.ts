import type { Target } from '../catalog/target.js';
import type { RootKind } from '../model/project.js';
import type { Severity } from '../rules/define.js';
import { COMMON, choice, chosenTargets, KINDS, readArguments } from './arguments.js';
import { baselinesOf, writeBaselines } from './baselines.js';
import { complain, EXIT, type ExitCode, help, usage } from './exit.js';
import { givenRoots } from './given.js';
import { HELP } from './help.js';
import { inspect } from './inspect.js';
import type { Io } from './io.js';
import { githubReport } from './report/github.js';
import { jsonReport } from './report/json.js';
import { junitReport } from './report/junit.js';
import { type Report, SEVERITIES } from './report/report.js';
import { sarifReport } from './report/sarif.js';
import { textReport } from './report/text.js';
import { type Style, styleFor } from './style.js';
import { type GivenWishes, WISHES, wishesOf } from './wishes.js';

/** `redis-hardening check`: what is wrong with files, and whether they load. */
export async function check(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { problems, ...options } = optionsIn(argv);
  if (options.help) return help(HELP.check, io);
  if (problems.length > 0) return usage('check', problems, io);

  const given = await givenRoots(options, io);
  if (typeof given === 'number') return given;
  if (options.writesBaseline && given.roots.length > 0) {
    await complain(given.failures, io);
    const status = await writeBaselines(given.roots, options.baseline, options, io);
    return given.failures.length > 0 ? EXIT.failure : status;
  }
  const baselines = await baselinesOf(given.roots, options.baseline, io);
  if (typeof baselines === 'string') {
    await complain([baselines], io);
    return EXIT.failure;
  }
  const { runs, failures } = await inspect(given.roots, { ...options, baselines }, io);
  const unable = [...given.failures, ...failures];
  await complain(unable, io);
  if (given.roots.length === 0) {
    if (unable.length === 0) await complain(['nothing to check: no file of Redis or Valkey'], io);
    return unable.length === 0 ? EXIT.clean : EXIT.failure;
  }
  const report: Report = { runs, version: io.version };
  await io.stdout.write(FORMATS[options.format](report, styleFor(io.stdout, io)));
  if (unable.length > 0) return EXIT.failure;
  return reaches(report, options.failOn) ? EXIT.found : EXIT.clean;
}

const OPTIONS = {
  ...COMMON,
  ...WISHES,
  kind: String,
  format: String,
  failOn: String,
  baseline: String,
  writeBaseline: Boolean,
} as const;

type Format = 'text' | 'json' | 'sarif' | 'github' | 'junit';

const FORMATS: Readonly<Record<Format, (report: Report, style: Style) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
};

const FORMAT_NAMES: readonly Format[] = ['text', 'json', 'sarif', 'github', 'junit'];
const THRESHOLDS = ['error', 'warning', 'info', 'never'] as const;

type Threshold = (typeof THRESHOLDS)[number];

interface CheckOptions {
  readonly help: boolean;
  readonly paths: readonly string[];
  readonly kind: RootKind | undefined;
  /** Undefined where the configuration file decides. */
  readonly targets: readonly Target[] | undefined;
  readonly wishes: GivenWishes;
  readonly format: Format;
  readonly failOn: Threshold;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly writesBaseline: boolean;
  readonly problems: readonly string[];
}

function optionsIn(argv: readonly string[]): CheckOptions {
  const given = readArguments(argv, OPTIONS);
  const { flags, words, problems } = given;
  return {
    help: flags.help ?? false,
    paths: words.length === 0 ? ['.'] : words,
    kind: choice(given, '--kind', flags.kind, KINDS),
    targets: chosenTargets(given, flags.target),
    wishes: wishesOf(given, flags.profile, flags.rule),
    format: choice(given, '--format', flags.format, FORMAT_NAMES) ?? 'text',
    failOn: choice(given, '--fail-on', flags.failOn, THRESHOLDS) ?? 'error',
    config: flags.config,
    baseline: flags.baseline,
    writesBaseline: flags.writeBaseline ?? false,
    problems,
  };
}

/** Whether a finding is as severe as the threshold or more. */
function reaches({ runs }: Report, threshold: Threshold): boolean {
  if (threshold === 'never') return false;
  const severe: readonly Severity[] = SEVERITIES.slice(0, SEVERITIES.indexOf(threshold) + 1);
  return runs.some(({ files }) =>
    files.some(({ findings }) => findings.some(({ severity }) => severe.includes(severity))),
  );
}
