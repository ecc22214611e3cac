import { target } from '../catalog/target.js';
import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfigurationProblem,
  NO_CONFIGURATION,
  readConfiguration,
} from '../configuration/configuration.js';
import { resolvePath } from '../model/paths.js';
import type { FilesBeside } from './files.js';
import type { Settings } from './settings.js';
import { folderOf, isInside, pathOf, uriOf } from './uris.js';

/** By what a file is judged: the configuration file around it, and for what that does not say, the editor's settings. */
export interface Measures extends Settings {
  readonly configuration: Configuration;
  /** Where that stands; undefined where there is none. */
  readonly file: ConfigurationFile | undefined;
  readonly problems: readonly ConfigurationProblem[];
}

export interface ConfigurationFile {
  readonly uri: string;
  readonly text: string;
}

/**
 * The measures for a file: the nearest `.redis-hardening.json`, from its folder upwards to the workspace's, goes before
 * the settings, so that the command line says the same.
 * @param workspaceFolders URIs; where none holds the file, only its own folder is looked into
 */
export async function measuresFor(
  uri: string,
  settings: Settings,
  workspaceFolders: readonly string[],
  beside: FilesBeside,
): Promise<Measures> {
  const file = await configurationAround(uri, workspaceFolders, beside);
  const { configuration, problems } = file === undefined ? NOTHING : read(file);
  return {
    target: configuration.target === undefined ? settings.target : target(configuration.target),
    targetFrom: configuration.target === undefined ? 'settings' : 'configuration file',
    profile: configuration.profile ?? settings.profile,
    severities: { ...settings.severities, ...configuration.severities },
    release: configuration.circumstances.release ?? settings.release,
    configuration,
    file,
    problems,
  };
}

const NOTHING = { configuration: NO_CONFIGURATION, problems: [] };

function read({ uri, text }: ConfigurationFile): ReturnType<typeof readConfiguration> {
  const folder = folderOf(pathOf(uri));
  return readConfiguration({ uri, text, resolve: (path) => uriOf(resolvePath(folder, path), uri) });
}

async function configurationAround(
  uri: string,
  workspaceFolders: readonly string[],
  beside: FilesBeside,
): Promise<ConfigurationFile | undefined> {
  const files = beside(uri);
  const tops = workspaceFolders
    .filter((folder) => isInside(uri, folder))
    .map((folder) => pathOf(folder).replace(/\/$/, ''));
  for (let folder = folderOf(pathOf(uri)); ; folder = folderOf(folder)) {
    const answer = await files.read(resolvePath(folder, CONFIGURATION_FILE));
    if (answer.kind === 'text') return { uri: answer.uri, text: answer.text };
    if (folder === '/' || !tops.some((top) => folder.startsWith(`${top}/`))) return undefined;
  }
}
