import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { targetsIn } from '../../src/catalog/availability.js';
import { availabilityOf, inReleaseOrder } from './availability.js';
import { compress, type Entries, type Entry, expand, type Row } from './dated-table.js';
import type { Dump } from './dump.js';
import { COMMAND_FIELDS, KEY_SPEC_FIELDS } from './dump-commands.js';
import { DIRECTIVE_FIELDS } from './dump-directives.js';
import { SENTINEL_COMMAND_FIELDS, SUBDIRECTIVE_FIELDS } from './dump-sentinel.js';

/** Where the tables are. */
export const DATA = fileURLToPath(new URL('../../src/catalog/data/', import.meta.url));

/** A table as it stands in its file. */
interface Table {
  readonly asOf?: string;
  readonly targets: readonly string[];
  readonly [part: string]: unknown;
}

/**
 * The tables with one target's facts replaced; all other targets keep theirs.
 *
 * @param today `YYYY-MM-DD`, written only into tables that change
 * @returns file name → text; what the dump does not tell is left out
 */
export function mergedTables(folder: string, dump: Dump, today: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [name, change] of Object.entries(changes(dump))) {
    if (change === undefined) continue;
    const path = join(folder, name);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const old: Table = before === undefined ? { targets: [] } : JSON.parse(before);
    const targets = inReleaseOrder([...old.targets, dump.target]);
    const content = { targets, ...change(old, targets) };
    const unchanged = before === asText({ asOf: old.asOf, ...content });
    files.set(name, asText({ asOf: unchanged ? old.asOf : today, ...content }));
    if (name === 'directives.json') files.set('targets.ts', targetsModule(targets));
  }
  return files;
}

export function writeTables(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

/** Names that some measured server has, so that every other one is asked for them too. */
export function knownNames(folder: string): {
  readonly directives: readonly string[];
  readonly subdirectives: readonly string[];
} {
  const names = (file: string, part: string) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8'))[part]);
  return {
    directives: names('directives.json', 'directives'),
    subdirectives: names('sentinel.json', 'subdirectives'),
  };
}

type Change = (old: Table, targets: readonly string[]) => Readonly<Record<string, unknown>>;

function changes(dump: Dump): Readonly<Record<string, Change | undefined>> {
  const { target, sentinelCommandNames: names, sentinelCommands, keySpecs } = dump;
  const replaced = (part: string, entries: Entries | undefined, fields: readonly string[]): Change => {
    return (old, targets) => {
      const byTarget = expand(rowsOf(old, part), old.targets);
      if (entries !== undefined) byTarget.set(target, entries);
      return { [part]: compress(byTarget, targets, fields) };
    };
  };
  return {
    'directives.json': (old, targets) => ({ directives: mergedDirectives(old, targets, dump) }),
    'commands.json': replaced('commands', dump.commands, COMMAND_FIELDS),
    'servers.json': (old, targets) => ({ servers: mergedServers(old, targets, dump) }),
    'sentinel.json': (old, targets) => ({
      ...replaced('subdirectives', dump.subdirectives, SUBDIRECTIVE_FIELDS)(old, targets),
      ...replaced('commands', names, [])(old, targets),
    }),
    'key-specs.json': keySpecs && replaced('commands', keySpecs, KEY_SPEC_FIELDS),
    'sentinel-commands.json': sentinelCommands && replaced('commands', sentinelCommands, SENTINEL_COMMAND_FIELDS),
  };
}

function mergedDirectives(old: Table, targets: readonly string[], dump: Dump): Readonly<Record<string, Entry>> {
  const only = new Map<string, Set<string>>();
  const rows: Record<string, Row> = {};
  for (const [name, { configGetOnly, ...row }] of Object.entries(rowsOf(old, 'directives'))) {
    rows[name] = row as Row;
    if (typeof configGetOnly !== 'string') continue;
    only.set(name, new Set(targetsIn(configGetOnly).filter((target) => old.targets.includes(target))));
  }
  for (const where of only.values()) where.delete(dump.target);
  for (const name of dump.configGetOnly) only.set(name, (only.get(name) ?? new Set()).add(dump.target));

  const byTarget = expand(rows, old.targets).set(dump.target, dump.directives);
  const merged: Record<string, Entry> = { ...compress(byTarget, targets, DIRECTIVE_FIELDS) };
  for (const [name, where] of only) {
    if (where.size === 0) continue;
    merged[name] = { ...(merged[name] ?? { in: '' }), configGetOnly: availabilityOf(where, targets) };
  }
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The targets as types, so that a new one is known everywhere. */
function targetsModule(targets: readonly string[]): string {
  const newestRedis = targets.findLast((target) => target.startsWith('redis-'));
  return [
    '// Written by npm run catalog.',
    '',
    '/** The servers that were measured, oldest first, Redis before Valkey. */',
    'export const TARGETS = [',
    ...targets.map((target) => `  '${target}',`),
    '] as const;',
    '',
    '/** The newest Redis among them. */',
    `export const DEFAULT_TARGET = '${newestRedis}';`,
    '',
  ].join('\n');
}

function mergedServers(old: Table, targets: readonly string[], dump: Dump): Entry {
  const servers: Entry = { ...(old['servers'] as Entry | undefined), [dump.target]: dump.server };
  return Object.fromEntries(targets.map((target) => [target, servers[target]]));
}

function rowsOf(table: Table, part: string): Readonly<Record<string, Row>> {
  // The tables are only ever written by `compress`.
  return (table[part] ?? {}) as Readonly<Record<string, Row>>;
}

function asText(content: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
