import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startServer } from '../../../test/support/servers/real-server.js';
import { forEach } from './asking.mjs';
import { asMap } from './settings.mjs';

/** What our own way of starting sets. */
const OURS = ['port', 'unixsocket', 'dir', 'daemonize'];

/**
 * Which names are one setting: a file sets one, CONFIG GET shows the other changed as well. CONFIG REWRITE then
 * tells which of them the server itself writes.
 *
 * @param {{ path: string }} server
 * @param {Record<string, any>} directives what is known of the values of each, in the form of `directives.json`
 * @param {ReadonlyMap<string, string>} defaults
 * @returns {Promise<Map<string, string>>} alias → the server's own name
 */
export async function probeAliases(server, directives, defaults) {
  const names = Object.keys(directives).filter((name) => defaults.has(name) && !OURS.includes(name));
  const found = new Map();
  await forEach(names, async (name) => {
    const value = otherValue(name, directives[name], defaults.get(name));
    const [canonical, alias] = value === undefined ? [] : await pairChanged(server, `${name} ${value}`, defaults);
    if (alias !== undefined) found.set(alias, canonical);
  });
  return found;
}

/**
 * A value that the directive takes and that is not its default; undefined where that cannot be known.
 *
 * @param {string} name
 * @param {any} directive
 * @param {string} byDefault
 * @returns {string | undefined}
 */
export function otherValue(name, directive, byDefault) {
  switch (directive.kind) {
    case 'bool':
      return byDefault === 'yes' ? 'no' : 'yes';
    case 'enum':
      return directive.values.find((value) => value !== byDefault);
    case 'integer':
      return BigInt(byDefault) < BigInt(directive.max ?? '2147483647')
        ? String(BigInt(byDefault) + 1n)
        : String(BigInt(byDefault) - 1n);
    case 'memory':
      return String(BigInt(byDefault) + 1n);
    case 'string':
      return '7';
    default:
      return name === 'replicaof' || name === 'slaveof' ? '127.0.0.1 7' : undefined;
  }
}

async function pairChanged(server, line, defaults) {
  const running = await startServer(server, { files: { conf: `${line}\n` }, config: 'conf' });
  if ('verdict' in running) return [];
  try {
    const changed = await namesChanged(running, defaults);
    if (changed.length !== 2) return [];
    const written = await readFile(join(running.folder, 'conf'), 'utf8');
    const canonical = changed.filter((name) => new RegExp(`^${name} `, 'm').test(written));
    return canonical.length === 1 ? [canonical[0], changed.find((name) => name !== canonical[0])] : [];
  } finally {
    await running.stop();
  }
}

async function namesChanged(running, defaults) {
  const connection = await running.connect();
  const asked = [...defaults.keys()].filter((name) => !OURS.includes(name));
  const replies = await connection.askAll(asked.map((name) => ['CONFIG', 'GET', name]));
  await connection.ask('CONFIG', 'REWRITE');
  connection.close();
  return asked.filter((name, index) => asMap(replies[index]).get(name) !== defaults.get(name));
}
