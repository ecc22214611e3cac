import type { Target } from '../catalog/target.js';
import type { Fix } from '../rules/define.js';
import { mustBeShown } from '../rules/new-secret.js';
import { COMMON, chosenTarget, readArguments } from './arguments.js';
import { complain, EXIT, type ExitCode, help, usage } from './exit.js';
import { type GivenPaths, type GivenRoot, givenRoots, targetFor } from './given.js';
import { HELP } from './help.js';
import type { Io } from './io.js';
import { load } from './judge.js';
import { type Choice, type MendedFile, type Mending, mend } from './mend.js';
import { unifiedDiff } from './report/diff.js';
import { printable } from './report/excerpt.js';
import { STDIN } from './roots.js';
import { type Read, standingAlone } from './standing-alone.js';
import { type GivenWishes, WISHES, wishesOf } from './wishes.js';

/** `redis-hardening fix`: mends files, or shows how. */
export async function fix(argv: readonly string[], io: Io): Promise<ExitCode> {
  const options = optionsIn(argv);
  if (options.help) return help(HELP.fix, io);
  if (options.problems.length > 0) return usage('fix', options.problems, io);

  const given = await givenRoots(options, io);
  if (typeof given === 'number') return given;
  const mending: Mending = { files: new Map(), changes: [], left: [] };
  for (const { root, found } of await rootsAmong(given.roots, options, io)) {
    const wishes = {
      ...options.wishes,
      profile: options.wishes.profile ?? found.configuration.profile ?? 'production',
    };
    const repair = { target: targetFor(found, options.target), wishes, choices: choicesFor(options, io) };
    await mend(root, found, repair, mending, io);
  }
  const changed = [...mending.files.values()].filter(({ before, after }) => before !== after);
  const unwritten = options.diff ? new Map() : await write(changed, io);
  const failures = [...given.failures, ...[...unwritten].map(([shown, reason]) => `${shown}: ${reason}`)];
  await complain(failures, io);
  if (options.diff) await io.stdout.write(changed.map(unifiedDiff).join(''));
  else await showChanges(mending, unwritten, io);
  return failures.length > 0 ? EXIT.failure : EXIT.clean;
}

const OPTIONS = { ...COMMON, ...WISHES, unsafe: Boolean, diff: Boolean } as const;

interface FixOptions extends GivenPaths {
  readonly help: boolean;
  readonly unsafe: boolean;
  readonly diff: boolean;
  readonly target: Target | undefined;
  readonly wishes: GivenWishes;
  readonly problems: readonly string[];
}

function optionsIn(argv: readonly string[]): FixOptions {
  const given = readArguments(argv, OPTIONS);
  const { flags, words, problems } = given;
  if (words.length === 0) problems.push('PATH is missing: name the files to mend');
  if (words.includes(STDIN)) problems.push('standard input cannot be mended: name a file');
  return {
    help: flags.help ?? false,
    paths: words,
    config: flags.config,
    unsafe: flags.unsafe ?? false,
    diff: flags.diff ?? false,
    target: chosenTarget(given, flags.target),
    wishes: wishesOf(given, flags.profile, flags.rule),
    problems,
  };
}

/**
 * What cannot change the server's behaviour is mended first, then what keeps it from starting, so that nothing is
 * judged, or even deleted, for a mistake elsewhere.
 */
function choicesFor({ unsafe, diff }: FixOptions, { stderr }: Io): readonly Choice[] {
  // A diff goes where everyone reads it, and is thrown away: no place for a password.
  const isPossible = (fix: Fix): boolean =>
    fix.placeholder === undefined && (diff ? fix.secret === undefined : !mustBeShown(fix) || stderr.isTerminal);
  const safe: Choice = ({ fixes }) => fixes.find((fix) => fix.safety === 'safe' && isPossible(fix));
  const any: Choice = ({ fixes }) => fixes.find(isPossible);
  return unsafe ? [safe, (finding) => (finding.kind === 'load' ? any(finding) : undefined), any] : [safe];
}

async function rootsAmong(
  roots: readonly GivenRoot[],
  { target }: FixOptions,
  io: Io,
): Promise<readonly (GivenRoot & Read)[]> {
  const read: (GivenRoot & Read)[] = [];
  for (const { root, found } of roots) {
    const { project, configuration } = await load(root, found, targetFor(found, target), io);
    read.push({ root, found, configuration, takingPart: new Set(project.documents.keys()) });
  }
  return standingAlone(read);
}

/** @returns why files could not be written, by name */
async function write(files: readonly MendedFile[], { disk }: Io): Promise<ReadonlyMap<string, string>> {
  const failures = new Map<string, string>();
  for (const { path, shown, before, after } of files) {
    const now = await disk.read(path);
    const isSame = before === undefined ? now.kind === 'missing' : now.kind === 'text' && now.text === before;
    const failure = isSame ? await disk.replace(path, after) : 'changed by somebody else meanwhile, left as it is';
    if (failure !== undefined) failures.set(shown, failure);
  }
  return failures;
}

async function showChanges({ changes, left }: Mending, unwritten: ReadonlyMap<string, string>, io: Io): Promise<void> {
  const made = changes.filter(({ shown }) => !unwritten.has(shown));
  const lines = made.map(({ shown, title, rule }) => `${printable(`${shown}: ${title}`)} [${rule}]\n`);
  const rest = left.length === 0 ? '' : `, ${left.length} left for you: redis-hardening check`;
  const sum = made.length === 1 ? '1 change' : `${made.length} changes`;
  await io.stdout.write(`${lines.join('')}${sum}${rest}\n`);
  for (const { shown, title, secret } of made) {
    if (secret !== undefined) await io.stderr.write(`${shown}: ${title}: the password, shown only now, is ${secret}\n`);
  }
}
