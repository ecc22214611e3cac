import type { Target } from '../catalog/target.js';
import type { Configuration } from '../configuration/configuration.js';
import { localPath, mappedFiles, serverPath } from '../configuration/mapped-files.js';
import type { Files } from '../model/files.js';
import { loadProject } from '../model/load.js';
import type { Project } from '../model/project.js';
import type { Finding, Profile, Rule, Severity } from '../rules/define.js';
import { findingsOf } from '../rules/run.js';
import { type ConfigurationFile, type FoundConfiguration, folderOf } from './configuration.js';
import type { Io } from './io.js';
import { type Root, STDIN, shownLike } from './roots.js';

/** A root file as one target reads it. */
export interface Loaded {
  readonly root: Root;
  readonly project: Project;
  readonly configuration: Configuration;
  /** Where that stands. */
  readonly configurationFile: ConfigurationFile | undefined;
  /** How a file is called in what we print. */
  shown(uri: string): string;
}

/** How findings are wanted, beyond what the configuration file says. */
export interface Wishes {
  readonly profile: Profile;
  /** Only these; undefined for all. */
  readonly rules: readonly Rule[] | undefined;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * Reads a root file and all that belongs to it.
 * @param files instead of the disk's
 */
export async function load(
  root: Root,
  { configuration, file: configurationFile }: FoundConfiguration,
  target: Target,
  io: Io,
  files: Files = io.disk,
): Promise<Loaded> {
  const mappings = configuration.paths.map(({ server, uri }) => ({ server, local: io.disk.pathOf(uri) }));
  const path = serverPath(root.path, mappings);
  const workingDirectory =
    configuration.workingDirectory ??
    (root.shown === STDIN ? serverPath(io.workingDirectory, mappings) : folderOf(path));
  const project = await loadProject(
    { uri: root.uri, path, text: root.text, kind: root.kind, workingDirectory },
    target,
    mappedFiles(files, mappings),
  );
  const shown = (uri: string): string => {
    if (uri === root.uri) return root.shown;
    const document = project.documents.get(uri);
    const local = document === undefined ? io.disk.pathOf(uri) : localPath(document.path, mappings);
    return shownLike(root.shown, local, io);
  };
  return { root, project, configuration, configurationFile, shown };
}

/**
 * What is to be said of it.
 * @param onRuleError told of a rule that failed, which is a defect of ours
 */
export function judge(
  { project, configuration }: Loaded,
  wishes: Wishes,
  io: Io,
  onRuleError: (rule: string, error: unknown) => void,
): readonly Finding[] {
  return findingsOf(project, {
    profile: wishes.profile,
    severities: { ...configuration.severities, ...wishes.severities },
    circumstances: configuration.circumstances,
    allowances: configuration.allowances.filter(({ uri }) => project.documents.has(uri)),
    randomBytes: (count) => io.randomBytes(count),
    now: io.now(),
    onRuleError,
    ...(wishes.rules === undefined ? {} : { rules: wishes.rules }),
  });
}
