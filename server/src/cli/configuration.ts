import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfigurationProblem,
  NO_CONFIGURATION,
  readConfiguration,
} from '../configuration/configuration.js';
import { resolvePath } from '../model/paths.js';
import type { Io } from './io.js';

/** A configuration file that was found, or the absence of one. */
export interface FoundConfiguration {
  readonly configuration: Configuration;
  /** Undefined where there is none. */
  readonly file: ConfigurationFile | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationFile {
  readonly uri: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/** The configuration files that a command needs, each read once. */
export interface Configurations {
  /** For a file at that absolute path. */
  for(path: string): Promise<FoundConfiguration>;
}

/**
 * Finds configuration files from a file's folder upwards, up to the root of a repository.
 * @param named the file given by `--config`, which is then the only one
 * @returns a sentence where that one cannot be read
 */
export async function configurationsOf(named: string | undefined, io: Io): Promise<Configurations | string> {
  if (named !== undefined) {
    const found = await configurationAt(resolvePath(io.workingDirectory, named), io);
    return found === undefined ? `${named}: not a file that can be read` : { for: async () => found };
  }
  const known = new Map<string, Promise<FoundConfiguration>>();
  const inFolder = (folder: string): Promise<FoundConfiguration> => {
    const found = known.get(folder) ?? search(folder);
    known.set(folder, found);
    return found;
  };
  const search = async (folder: string): Promise<FoundConfiguration> => {
    const found = await configurationAt(resolvePath(folder, CONFIGURATION_FILE), io);
    if (found !== undefined) return found;
    const isTop = folder === '/' || (await io.disk.read(resolvePath(folder, '.git'))).kind !== 'missing';
    return isTop ? NONE : inFolder(folderOf(folder));
  };
  return { for: (path) => inFolder(folderOf(path)) };
}

const NONE: FoundConfiguration = { configuration: NO_CONFIGURATION, file: undefined, problems: [] };

async function configurationAt(path: string, io: Io): Promise<FoundConfiguration | undefined> {
  const answer = await io.disk.read(path);
  if (answer.kind !== 'text') return undefined;
  const { uri, text } = answer;
  const resolve = (relative: string): string => io.disk.uriOf(resolvePath(folderOf(path), relative));
  return { ...readConfiguration({ uri, text, resolve }), file: { uri, path, text } };
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}
