import type { Connection, Reply } from '../../../test/support/servers/connection.js';
import type { CommandFacts } from '../catalog/facts.js';
import { asRecord, asTexts } from './replies.js';

/** What a server says of its commands. */
export interface CommandsSaid {
  readonly commands: Readonly<Record<string, CommandFacts>>;
  /** Undefined before 7.0. */
  readonly keySpecs: Readonly<Record<string, readonly unknown[]>> | undefined;
}

/** Undefined where there is no COMMAND (Redis 6.0's sentinel). */
export async function probeCommands(connection: Connection): Promise<CommandsSaid | undefined> {
  const reply = await connection.ask('COMMAND');
  if (!Array.isArray(reply)) return undefined;

  const rows = reply.filter(isRow);
  const keySpecs: Record<string, readonly unknown[]> = {};
  const commands = describedAll(rows, asRecord(await connection.ask('COMMAND', 'DOCS')), keySpecs);
  return { commands, keySpecs: rows.some((row) => row.length > 8) ? keySpecs : undefined };
}

type Row = readonly Reply[];

function isRow(reply: Reply): reply is Row {
  return Array.isArray(reply);
}

function rowsIn(reply: Reply | undefined): readonly Row[] {
  return Array.isArray(reply) ? reply.filter(isRow) : [];
}

/** By their own names, without the container's. */
function describedAll(
  rows: readonly Row[],
  docs: Readonly<Record<string, Reply>>,
  keySpecs: Record<string, readonly unknown[]>,
): Readonly<Record<string, CommandFacts>> {
  const named = rows.map((row) => [String(row[0]), row] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    named.map(([name, row]) => [name.replace(/^.*\|/, ''), described(name, row, asRecord(docs[name]), keySpecs)]),
  );
}

function described(
  name: string,
  row: Row,
  doc: Readonly<Record<string, Reply>>,
  keySpecs: Record<string, readonly unknown[]>,
): CommandFacts {
  const [, arity, flags, first, last, step, categories, , specs, subcommands] = row;
  const keySpecsOfCommand = rowsIn(specs).map(keySpec);
  if (keySpecsOfCommand.length > 0) keySpecs[name] = keySpecsOfCommand;
  const subrows = rowsIn(subcommands);
  return {
    acl_categories: asTexts(categories)
      .map((category) => category.replace(/^@/, ''))
      .sort(),
    arity: Number(arity),
    deprecated_since: textOf(doc['deprecated_since']),
    flags: asTexts(flags).toSorted(),
    group: textOf(doc['group']),
    keys: [first, last, step].map(Number),
    since: textOf(doc['since']),
    subcommands: subrows.length === 0 ? undefined : describedAll(subrows, asRecord(doc['subcommands']), keySpecs),
  };
}

function textOf(reply: Reply | undefined): string | undefined {
  return typeof reply === 'string' ? reply : undefined;
}

function keySpec(reply: Row): unknown {
  const { flags, begin_search: begin, find_keys: find } = asRecord(reply);
  return { beginSearch: method(begin), findKeys: method(find), flags: asTexts(flags).toSorted() };
}

function method(reply: Reply | undefined): unknown {
  const { type, spec } = asRecord(reply);
  return { type, ...asRecord(spec) };
}
