import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandEntries, keySpecEntries } from './dump-commands.mjs';
import { directiveEntries } from './dump-directives.mjs';
import { sentinelCommandEntries, sentinelEntries } from './dump-sentinel.mjs';

/**
 * Reads what was asked of one server (a folder with `server.json`, `directives.json`, `commands.json`,
 * `sentinel.json` and, where the server was at hand, `key-specs.json` and `sentinel-commands.json`) in the terms
 * of the catalogue.
 *
 * @param {string} folder
 */
export function readDump(folder) {
  const read = (name) => parseFacts(readFileSync(join(folder, name), 'utf8'));
  const readIfThere = (name) => (existsSync(join(folder, name)) ? read(name) : undefined);

  return {
    server: serverFacts(read('server.json')),
    directives: directiveEntries(read('directives.json')),
    commands: commandEntries(read('commands.json')),
    keySpecs: keySpecEntries(readIfThere('key-specs.json')),
    sentinel: sentinelEntries(read('sentinel.json')),
    sentinelCommands: sentinelCommandEntries(readIfThere('sentinel-commands.json')),
  };
}

/** JSON whose numbers reach 2^64: those that a double cannot hold are read as strings. */
function parseFacts(text) {
  return JSON.parse(text.replace(/(?<=[:[,]\s*)-?\d{16,}(?=\s*[,\]}])/g, '"$&"'));
}

function serverFacts(facts) {
  return {
    product: facts.family,
    version: facts.version,
    banner: /\((\w+) [\d.]+\)/.exec(facts.fatal_banner)[1],
    reportedRedisVersion: facts.redis_version_reported,
    saveDefault: facts.save_default_with_config_file,
    saveDefaultWithoutFile: facts.save_default_without_config_file,
    activeDefrag: facts.active_defrag_supported,
    tls: facts.tls,
    systemd: facts.libsystemd,
    builtInModules: facts.modules_loaded_by_default,
    unknownDirective: facts.unknown_directive.startsWith('queued') ? 'queued' : 'fatal',
  };
}
