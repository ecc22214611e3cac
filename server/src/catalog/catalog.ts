import { type Availability, at, type Dated, isIn, targetsIn } from './availability.js';
import type { Command } from './command.js';
import commandTable from './data/commands.json' with { type: 'json' };
import directiveTable from './data/directives.json' with { type: 'json' };
import type { Directive, DirectiveType } from './directive.js';
import type { Target, TargetName } from './target.js';

/** Everything measured of one server. */
export interface Catalog {
  readonly target: Target;
  /** Accepted directives and aliases by lower-case name. */
  readonly directives: ReadonlyMap<string, Directive>;
  /** Commands and subcommands (`config|get`) by lower-case name. */
  readonly commands: ReadonlyMap<string, Command>;
  /** Commands of an ACL category, sorted; undefined for a category that the target does not have. */
  category(name: string): readonly string[] | undefined;
  /** Names of all ACL categories, sorted. */
  readonly categories: readonly string[];
}

/** The catalogue of a target; made once. */
export function catalogFor(target: Target): Catalog {
  const known = catalogs.get(target.name);
  if (known !== undefined) return known;
  const catalog = build(target);
  catalogs.set(target.name, catalog);
  return catalog;
}

/** The targets that accept a directive of that name in a file; empty for a name that no measured server knows. */
export function targetsWithDirective(name: string): readonly TargetName[] {
  return targetsOf(DIRECTIVES, name);
}

/** The targets that have a command or subcommand of that name. */
export function targetsWithCommand(name: string): readonly TargetName[] {
  return targetsOf(COMMANDS, name);
}

/** A name may be any text, `__proto__` too. */
function targetsOf(
  table: Readonly<Record<string, { readonly in: Availability }>>,
  name: string,
): readonly TargetName[] {
  const row = Object.hasOwn(table, name.toLowerCase()) ? table[name.toLowerCase()] : undefined;
  return row === undefined ? [] : targetsIn(row.in);
}

interface DirectiveRow {
  readonly in: Availability;
  readonly aliasOf?: Dated<string>;
  readonly type?: Dated<DirectiveType>;
  readonly values?: Dated<readonly string[]>;
  readonly multi?: Dated<boolean>;
  readonly min?: Dated<string>;
  readonly max?: Dated<string>;
  readonly default?: Dated<string>;
  readonly runtime?: Dated<'settable' | 'immutable' | 'protected'>;
  readonly hidden?: Dated<boolean>;
  readonly inConfigGet?: Dated<boolean>;
  readonly empty?: Dated<string>;
  readonly module?: string;
  readonly arguments?: Dated<readonly number[]>;
  readonly arityError?: Dated<string>;
}

interface CommandRow {
  readonly in: Availability;
  readonly arity: Dated<number>;
  readonly flags: Dated<readonly string[]>;
  readonly categories: Dated<readonly string[]>;
  readonly keys: Dated<readonly number[]>;
}

// The tables are written by build-catalog.mjs in this shape; TypeScript infers one literal type per row.
const DIRECTIVES = directiveTable.directives as unknown as Readonly<Record<string, DirectiveRow>>;
const COMMANDS = commandTable.commands as unknown as Readonly<Record<string, CommandRow>>;

const catalogs = new Map<TargetName, Catalog>();

function build(target: Target): Catalog {
  const commands = commandsOf(target.name);
  const members = new Map<string, string[]>();
  for (const command of commands.values()) {
    for (const category of command.categories) {
      const list = members.get(category);
      if (list === undefined) members.set(category, [command.name]);
      else list.push(command.name);
    }
  }
  return {
    target,
    directives: directivesOf(target.name),
    commands,
    category: (name) => members.get(name.toLowerCase()),
    categories: [...members.keys()].sort(),
  };
}

function directivesOf(target: TargetName): ReadonlyMap<string, Directive> {
  const directives = new Map<string, Directive>();
  for (const [name, row] of Object.entries(DIRECTIVES)) {
    if (isIn(row.in, target)) directives.set(name, directive(name, row, target));
  }
  return directives;
}

function directive(name: string, row: DirectiveRow, target: TargetName): Directive {
  const min = at(row.min, target);
  const max = at(row.max, target);
  return {
    argumentCounts: at(row.arguments, target),
    countUnmatched: at(row.arityError, target) !== undefined,
    name,
    canonical: at(row.aliasOf, target) ?? name,
    type: at(row.type, target) ?? 'string',
    values: at(row.values, target) ?? [],
    multi: at(row.multi, target) ?? false,
    min: min === undefined ? undefined : BigInt(min),
    max: max === undefined ? undefined : BigInt(max),
    default: at(row.default, target),
    runtime: at(row.runtime, target),
    hidden: at(row.hidden, target) ?? false,
    inConfigGet: at(row.inConfigGet, target) ?? true,
    emptyRefused: at(row.empty, target) === 'refused',
    module: row.module,
  };
}

function commandsOf(target: TargetName): ReadonlyMap<string, Command> {
  const rows = Object.entries(COMMANDS).filter(([, row]) => isIn(row.in, target));
  const subcommands = new Map<string, string[]>();
  for (const [name] of rows) {
    const container = containerOf(name);
    if (container !== undefined) subcommands.set(container, [...(subcommands.get(container) ?? []), name]);
  }
  return new Map(rows.map(([name, row]) => [name, command(name, row, target, subcommands.get(name) ?? [])]));
}

function command(name: string, row: CommandRow, target: TargetName, subcommands: readonly string[]): Command {
  const [first = 0, last = 0, step = 0] = at(row.keys, target) ?? [];
  return {
    name,
    arity: at(row.arity, target) ?? 0,
    flags: new Set(at(row.flags, target)),
    categories: new Set(at(row.categories, target)),
    keys: [first, last, step],
    container: containerOf(name),
    subcommands,
  };
}

function containerOf(name: string): string | undefined {
  const bar = name.indexOf('|');
  return bar === -1 ? undefined : name.slice(0, bar);
}
