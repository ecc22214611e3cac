import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entries, Entry } from './dated-table.js';
import { commandEntries, keySpecEntries } from './dump-commands.js';
import { directiveEntries } from './dump-directives.js';
import { sentinelCommandEntries, sentinelCommandNames, subdirectiveEntries } from './dump-sentinel.js';
import type { Facts, ServerFacts } from './facts.js';

/** What one server said, in the terms of the catalogue; undefined where it was not asked or does not tell. */
export interface Dump {
  readonly target: string;
  readonly server: Entry;
  readonly directives: Entries;
  /** Names that CONFIG GET knows and a file may not use. */
  readonly configGetOnly: readonly string[];
  readonly commands: Entries;
  readonly keySpecs: Entries | undefined;
  readonly subdirectives: Entries;
  readonly sentinelCommandNames: Entries | undefined;
  readonly sentinelCommands: Entries | undefined;
}

/** What a server said, in the terms of the catalogue. */
export function dumpOf(facts: Facts): Dump {
  const server = facts['server.json'];
  const sentinel = facts['sentinel.json'];
  const { accepted, configGetOnly } = directiveEntries(facts['directives.json']);
  return {
    target: `${server.family}-${server.version.split('.', 2).join('.')}`,
    server: serverEntry(server),
    directives: accepted,
    configGetOnly,
    commands: commandEntries(facts['commands.json']),
    keySpecs: keySpecEntries(facts['key-specs.json']),
    subdirectives: subdirectiveEntries(sentinel),
    sentinelCommandNames: sentinelCommandNames(sentinel),
    sentinelCommands: sentinelCommandEntries(facts['sentinel-commands.json']),
  };
}

/** Reads the facts that were written down about a server, one file each. */
export function readFacts(folder: string): Facts {
  return {
    'server.json': read(folder, 'server.json'),
    'directives.json': read(folder, 'directives.json'),
    'commands.json': read(folder, 'commands.json'),
    'sentinel.json': read(folder, 'sentinel.json'),
    'key-specs.json': undefined,
    'sentinel-commands.json': undefined,
  };
}

function read<Name extends keyof Facts>(folder: string, name: Name): Facts[Name] {
  return parseFacts(readFileSync(join(folder, name), 'utf8')) as Facts[Name];
}

/** JSON whose numbers reach 2^64: those that a double cannot hold are read as strings. */
function parseFacts(text: string): unknown {
  return JSON.parse(text.replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,\]}])/g, '"$&"'));
}

function serverEntry(facts: ServerFacts): Entry {
  return {
    product: facts.family,
    version: facts.version,
    banner: /\((\w+) [\d.]+\)/.exec(facts.fatal_banner)?.[1],
    reportedRedisVersion: facts.redis_version_reported,
    saveDefault: facts.save_default_with_config_file,
    activeDefrag: facts.active_defrag_supported,
    tls: facts.tls,
    systemd: facts.libsystemd,
    builtInModules: facts.modules_loaded_by_default,
    unknownDirective: facts.unknown_directive.startsWith('queued') ? 'queued' : 'fatal',
  };
}
