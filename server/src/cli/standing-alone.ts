import type { Configuration } from '../configuration/configuration.js';
import type { Root } from './roots.js';

/** A root file that was read, and what belongs to it. */
export interface Read {
  readonly root: Root;
  readonly configuration: Configuration;
  /** URIs of all files that take part, the root's own included. */
  readonly takingPart: ReadonlySet<string>;
}

/**
 * Those that speak for themselves: not what was found in a folder and that the configuration does not name as a root,
 * or that another file includes.
 */
export function standingAlone<T extends Read>(read: readonly T[]): readonly T[] {
  const included = new Set<string>();
  for (const { root, takingPart } of read) for (const uri of takingPart) if (uri !== root.uri) included.add(uri);
  const isRoot = ({ root, configuration }: T): boolean =>
    root.origin === 'named' || (configuration.roots?.includes(root.uri) ?? !included.has(root.uri));

  // Files that include each other in a ring have nobody outside to speak for them: the first does.
  const covered = new Set(read.filter(isRoot).flatMap(({ takingPart }) => [...takingPart]));
  return read.filter((entry) => {
    if (isRoot(entry)) return true;
    if (entry.configuration.roots !== undefined || covered.has(entry.root.uri)) return false;
    for (const uri of entry.takingPart) covered.add(uri);
    return true;
  });
}
