import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Catalog } from '../catalog/catalog.js';
import type { Command } from '../catalog/command.js';

/** A set of commands of one table: a bit for each, at its index. */
export type CommandBits = Uint32Array;

/** The commands that ACL rules can name, numbered so that sets of them are bits. */
export interface CommandTable {
  /** Sorted. */
  readonly names: readonly string[];
  readonly commands: ReadonlyMap<string, Command>;
  indexOf(name: string): number | undefined;
  /** What a rule that names the command changes: it, and of a container everything in it (`ACLChangeSelectorPerm`). */
  membersOf(name: string): CommandBits | undefined;
  /** Commands that no ACL rule takes away. */
  readonly neverDenied: ReadonlySet<string>;
  /** The commands of a set that can run, and those that no ACL rule takes away, sorted: no containers. */
  runnable(bits: CommandBits): readonly string[];
  /** What a rule that names the category changes: its commands, each with its subcommands; undefined for none such. */
  categoryBits(category: string): CommandBits | undefined;
}

/**
 * The commands of a server; made once for each catalogue.
 * @param catalog of the server
 */
export function commandTableOf(catalog: Catalog): CommandTable {
  const known = tables.get(catalog);
  if (known !== undefined) return known;
  const table = build(catalog);
  tables.set(catalog, table);
  return table;
}

/** The table without the names that modules bring; it itself where there are none. Bits mean the same in both. */
export function tableBeforeModules(table: CommandTable): CommandTable {
  const commands = new Map([...table.commands].filter(([, { flags }]) => !flags.has('module')));
  if (commands.size === table.commands.size) return table;
  return {
    ...table,
    commands,
    indexOf: (name) => (commands.has(name) ? table.indexOf(name) : undefined),
    membersOf: (name) => (commands.has(name) ? table.membersOf(name) : undefined),
  };
}

export function emptyBits(table: CommandTable): CommandBits {
  return new Uint32Array((table.names.length + 31) >> 5);
}

export function hasBit(bits: CommandBits, index: number): boolean {
  return (((bits[index >> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

export function addBits(bits: CommandBits, added: CommandBits): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) | (added[i] ?? 0);
}

export function removeBits(bits: CommandBits, removed: CommandBits): void {
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) & ~(removed[i] ?? 0);
}

/** The bits of `bits` that `other` has not. */
export function difference(bits: CommandBits, other: CommandBits): CommandBits {
  const result = bits.slice();
  removeBits(result, other);
  return result;
}

export function isEmpty(bits: CommandBits): boolean {
  for (let i = 0; i < bits.length; i++) if (bits[i] !== 0) return false;
  return true;
}

export function sameBits(a: CommandBits, b: CommandBits): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** The names whose bits are set, sorted. */
export function namesOf(table: CommandTable, bits: CommandBits): readonly string[] {
  return table.names.filter((_, index) => hasBit(bits, index));
}

const tables = new WeakMap<Catalog, CommandTable>();

function build(catalog: Catalog): CommandTable {
  const { commands } = catalog;
  const names = [...commands.keys()].sort();
  const indexes = new Map(names.map((name, index) => [name, index]));
  const bitsOf = (members: readonly string[]): CommandBits => {
    const bits = new Uint32Array((names.length + 31) >> 5);
    for (const member of members) {
      const index = indexes.get(member);
      if (index !== undefined) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
    }
    return bits;
  };
  const withSubcommands = (name: string): readonly string[] => [name, ...(commands.get(name)?.subcommands ?? [])];
  const members = new Map(names.map((name) => [name, bitsOf(withSubcommands(name))]));
  const { categoriesCoverModules, neverDenied } = aclBehaviourOf(catalog.target);
  const isCovered = (name: string): boolean =>
    categoriesCoverModules || commands.get(name)?.flags.has('module') !== true;
  const categories = new Map(
    catalog.categories.map((category) => [
      category,
      bitsOf((catalog.category(category) ?? []).filter(isCovered).flatMap(withSubcommands)),
    ]),
  );
  const never = neverDenied === 'auth' ? ['auth'] : names.filter((name) => commands.get(name)?.flags.has('no_auth'));
  const neverBits = bitsOf(never);
  const containers = bitsOf(names.filter((name) => (commands.get(name)?.subcommands.length ?? 0) > 0));
  return {
    names,
    commands,
    indexOf: (name) => indexes.get(name),
    membersOf: (name) => members.get(name),
    neverDenied: new Set(never),
    runnable: remembered((bits) => {
      const allowed = difference(bits, containers);
      addBits(allowed, neverBits);
      return names.filter((_, index) => hasBit(allowed, index));
    }),
    categoryBits: (category) => categories.get(category),
  };
}

const REMEMBERED = 1000;

/** Many users may run the same commands: lists are made once for each set, as long as there are not too many. */
function remembered(list: (bits: CommandBits) => readonly string[]): (bits: CommandBits) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (bits) => {
    const key = bits.join();
    const made = known.get(key) ?? list(bits);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, made);
    return made;
  };
}
