import type { Catalog } from '../catalog/catalog.js';
import type { Command } from '../catalog/command.js';
import { asciiLower } from '../catalog/values/c-string.js';

/** The names by which commands can be called while the file is read. */
export interface CommandNames {
  /**
   * `rename-command`: takes the old name away and gives the new one, unless it is empty.
   * @returns why the server refuses, with nothing changed
   */
  rename(from: string, to: string): 'unknown' | 'exists' | 'subcommand' | undefined;
  /** The original of a name that can be called; undefined where nothing answers to it. */
  originalOf(name: string): string | undefined;
  /** The names that were taken away or given so far, each with its original if it has one, in a fixed order. */
  renamed(): readonly (readonly [name: string, original: string | undefined])[];
}

/** Subcommands have no name of their own; modules, also those built in, are loaded after the files were read. */
function isRenamable(command: Command | undefined): boolean {
  return command !== undefined && command.container === undefined && !command.flags.has('module');
}

/** The names of a target as it starts. */
export function commandNames(catalog: Catalog): CommandNames {
  const gone = new Set<string>();
  const added = new Map<string, string>();
  const originalOf = (name: string): string | undefined => {
    const key = asciiLower(name);
    if (added.has(key)) return added.get(key);
    return gone.has(key) || !isRenamable(catalog.commands.get(key)) ? undefined : key;
  };
  return {
    originalOf,
    renamed: () => [...new Set([...gone, ...added.keys()])].sort().map((name) => [name, added.get(name)]),
    rename(from, to) {
      const original = originalOf(from);
      const old = asciiLower(from);
      if (original === undefined) return catalog.commands.has(old) && old.includes('|') ? 'subcommand' : 'unknown';
      const name = asciiLower(to);
      if (name !== '' && name !== old && originalOf(to) !== undefined) return 'exists';
      gone.add(old);
      added.delete(old);
      if (name !== '') added.set(name, original);
      return undefined;
    },
  };
}
