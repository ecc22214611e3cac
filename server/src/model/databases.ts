import type { Command } from '../catalog/command.js';
import { sameIgnoringCase } from '../catalog/values/c-string.js';
import { string2ll } from '../catalog/values/integer.js';

/** A database that a command needs, and the argument that names it; undefined for the connection's own. */
export interface DatabaseReference {
  readonly database: number;
  readonly index: number | undefined;
}

/**
 * The databases that a command needs in Valkey 9 (`ACLSelectorCheckCmd`): the one that is selected where it looks at
 * data, those that it names, or all.
 * @param selected the database of the connection
 * @param count how many there are: `databases`
 */
export function databaseReferences(
  command: Command,
  argv: readonly string[],
  looksAtData: boolean,
  selected: number,
  count: number,
): readonly DatabaseReference[] {
  if (NEED_ALL.has(command.name)) {
    return Array.from({ length: count }, (_, database) => ({ database, index: undefined }));
  }
  const named = namedDatabases(command.name, argv, count);
  // The databases that SWAPDB changes are those it names.
  const isInSelected = looksAtData && command.name !== 'swapdb';
  return isInSelected ? [...named, { database: selected, index: undefined }] : named;
}

/** Commands that reach into every database. */
const NEED_ALL = new Set(['flushall', 'cluster|cancelslotmigrations', 'cluster|flushslot', 'cluster|migrateslots']);

/** None at all where one of them is no database. */
function namedDatabases(command: string, argv: readonly string[], count: number): readonly DatabaseReference[] {
  const indexes = namingArguments(command, argv);
  const databases = indexes.map((index) => ({ database: databaseOf(argv[index] ?? '', count), index }));
  return databases.some(({ database }) => database === undefined)
    ? []
    : databases.map(({ database, index }) => ({ database: database ?? 0, index }));
}

function namingArguments(command: string, argv: readonly string[]): readonly number[] {
  switch (command) {
    case 'select':
      return [1];
    case 'move':
      return [2];
    case 'swapdb':
      return [1, 2];
    case 'copy':
      return copyDatabases(argv);
    default:
      return [];
  }
}

/** Every `DB n`; none where an option is not understood. */
function copyDatabases(argv: readonly string[]): readonly number[] {
  const indexes: number[] = [];
  for (let i = 3; i < argv.length; i++) {
    const option = argv[i] ?? '';
    if (sameIgnoringCase(option, 'db') && i + 1 < argv.length) indexes.push(++i);
    else if (!sameIgnoringCase(option, 'replace')) return [];
  }
  return indexes;
}

function databaseOf(text: string, count: number): number | undefined {
  const number = string2ll(text);
  return number === undefined || number < 0n || number >= BigInt(count) ? undefined : Number(number);
}
