import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { availabilityOf, inReleaseOrder, targetsIn } from './availability.mjs';
import { compress, expand } from './dated-table.mjs';
import { COMMAND_FIELDS, KEY_SPEC_FIELDS } from './dump-commands.mjs';
import { DIRECTIVE_FIELDS } from './dump-directives.mjs';
import { SENTINEL_COMMAND_FIELDS, SUBDIRECTIVE_FIELDS } from './dump-sentinel.mjs';

/**
 * The tables with one target's facts replaced; all other targets keep theirs.
 *
 * @param {string} folder where the tables are
 * @param {string} target
 * @param {ReturnType<typeof import('./dump.mjs').readDump>} dump
 * @param {string} today `YYYY-MM-DD`, written only into tables that change
 * @returns {Map<string, string>} file name → new text
 */
export function mergedTables(folder, target, dump, today) {
  const files = new Map();
  const put = (name, change) => {
    const path = join(folder, name);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const { asOf = today, ...old } = before === undefined ? { targets: [] } : JSON.parse(before);
    const targets = inReleaseOrder([...old.targets, target]);
    const content = { targets, ...change(old, targets) };
    const unchanged = before === asText({ asOf, ...content });
    files.set(name, unchanged ? before : asText({ asOf: today, ...content }));
  };

  put('directives.json', (old, targets) => ({ directives: mergedDirectives(old, targets, target, dump.directives) }));
  put('servers.json', (old, targets) => ({ servers: mergedServers(old.servers, targets, target, dump.server) }));

  const replaced = (old, name, targets, entries, fields) => ({
    [name]: compress(expand(old[name] ?? {}, old.targets).set(target, entries), targets, fields),
  });
  put('commands.json', (old, targets) => replaced(old, 'commands', targets, dump.commands, COMMAND_FIELDS));
  put('sentinel.json', (old, targets) => ({
    ...replaced(old, 'subdirectives', targets, dump.sentinel.subdirectives, SUBDIRECTIVE_FIELDS),
    ...replaced(old, 'commands', targets, dump.sentinel.commands, []),
  }));
  // What only a live server tells is known of fewer targets, and those tables say of which.
  if (dump.keySpecs !== undefined) {
    put('key-specs.json', (old, targets) => replaced(old, 'commands', targets, dump.keySpecs, KEY_SPEC_FIELDS));
  }
  if (dump.sentinelCommands !== undefined) {
    put('sentinel-commands.json', (old, targets) =>
      replaced(old, 'commands', targets, dump.sentinelCommands, SENTINEL_COMMAND_FIELDS),
    );
  }
  return files;
}

/**
 * Names that some measured server has, so that a probe asks every other server for them too.
 *
 * @param {string} folder where the tables are
 * @returns {{ directives: string[], subdirectives: string[] }}
 */
export function knownNames(folder) {
  const { directives } = JSON.parse(readFileSync(join(folder, 'directives.json'), 'utf8'));
  const { subdirectives } = JSON.parse(readFileSync(join(folder, 'sentinel.json'), 'utf8'));
  return { directives: Object.keys(directives), subdirectives: Object.keys(subdirectives) };
}

/**
 * @param {string} folder
 * @param {ReadonlyMap<string, string>} files
 */
export function writeTables(folder, files) {
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
}

function mergedDirectives(old, targets, target, { accepted, configGetOnly }) {
  const before = Object.entries(old.directives ?? {});
  const table = Object.fromEntries(before.map(([name, { configGetOnly: _, ...entry }]) => [name, entry]));
  const merged = compress(expand(table, old.targets).set(target, accepted), targets, DIRECTIVE_FIELDS);

  const only = new Map();
  for (const [name, { configGetOnly: where }] of before) {
    if (where !== undefined) only.set(name, targetsIn(where, old.targets));
  }
  for (const where of only.values()) where.delete(target);
  for (const name of configGetOnly) only.set(name, new Set([...(only.get(name) ?? []), target]));
  for (const [name, where] of only) {
    if (where.size === 0) continue;
    merged[name] = { ...(merged[name] ?? { in: '' }), configGetOnly: availabilityOf(where, targets) };
  }
  return Object.fromEntries(Object.entries(merged).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mergedServers(servers = {}, targets, target, server) {
  const merged = { ...servers, [target]: server };
  return Object.fromEntries(targets.map((each) => [each, merged[each]]));
}

function asText(content) {
  return `${JSON.stringify(content, null, 2)}\n`;
}
