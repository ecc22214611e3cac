import { type Target, target } from '../catalog/target.js';
import type { RootKind } from '../model/project.js';
import { defaultTarget } from './arguments.js';
import { configurationsOf, type FoundConfiguration } from './configuration.js';
import { complain, EXIT, type ExitCode, usage } from './exit.js';
import type { Io } from './io.js';
import { type Loaded, load } from './judge.js';
import { configurationText } from './report/configuration-text.js';
import { type Root, rootsAt, shownLike } from './roots.js';

/** A root file and the configuration that holds for it, free of mistakes. */
export interface GivenRoot {
  readonly root: Root;
  readonly found: FoundConfiguration;
}

/** What was named on the command line. */
export interface GivenPaths {
  readonly paths: readonly string[];
  /** Undefined where names and first lines decide. */
  readonly kind?: RootKind | undefined;
  /** The configuration file, instead of the one that is found. */
  readonly config: string | undefined;
}

/**
 * The root files that were given, with their configuration, and sentences about what cannot be read; or, when it is
 * said what is wrong with a configuration file, the exit status.
 */
export async function givenRoots(
  { paths, kind, config }: GivenPaths,
  io: Io,
): Promise<{ readonly roots: readonly GivenRoot[]; readonly failures: readonly string[] } | ExitCode> {
  const configurations = await configurationsOf(config, io);
  if (typeof configurations === 'string') return failed(configurations, io);

  const { roots, failures } = await rootsAt(paths, kind, io);
  const given: GivenRoot[] = [];
  const mistakes = new Set<string>();
  for (const root of roots) {
    const found = await configurations.for(root.path);
    if (found.problems.length > 0) mistakes.add(configurationText(found, (path) => shownLike(root.shown, path, io)));
    given.push({ root, found });
  }
  if (mistakes.size === 0) return { roots: given, failures };
  await io.stderr.write([...mistakes].join(''));
  return EXIT.usage;
}

/** The one root file that a command looks at, read; or, when it is said why not, the exit status. */
export async function givenProject(
  command: string,
  { path, target, config }: GivenFile,
  io: Io,
): Promise<Loaded | ExitCode> {
  if (path === undefined) return usage(command, ['PATH is missing: name the file that the server is started with'], io);
  const given = await givenRoots({ paths: [path], config }, io);
  if (typeof given === 'number') return given;
  const [first, ...others] = given.roots;
  if (given.failures[0] !== undefined) return failed(given.failures[0], io);
  if (first === undefined) return failed(`${path}: no file of Redis or Valkey in it`, io);
  if (others.length > 0)
    return usage(command, [`${path} is several files: name the one that the server is started with`], io);
  return load(first.root, first.found, targetFor(first.found, target), io);
}

/** What a command that looks at one file was given. */
export interface GivenFile {
  readonly path: string | undefined;
  /** Undefined where the configuration file decides. */
  readonly target: Target | undefined;
  readonly config: string | undefined;
}

/** The target that was chosen, else the one that the configuration file names, else the default. */
export function targetFor({ configuration }: FoundConfiguration, chosen: Target | undefined): Target {
  return chosen ?? (configuration.target === undefined ? defaultTarget() : target(configuration.target));
}

/** Says on the side that a file is looked at which no server would run with. */
export async function saysWhetherItLoads({ root, project: { target, refusals } }: Loaded, io: Io): Promise<void> {
  if (refusals.length === 0) return;
  await complain([`${root.shown} does not load on ${target.title}: redis-hardening check says why`], io);
}

async function failed(sentence: string, io: Io): Promise<ExitCode> {
  await complain([sentence], io);
  return EXIT.failure;
}
