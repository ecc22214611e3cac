import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningServer, startServer } from '../../../test/support/servers/real-server.js';
import type { DirectiveFacts } from '../catalog/facts.js';
import { forEach, type Program } from './asking.js';
import { settingsOf } from './settings.js';

/**
 * Which names are one setting: a file sets one, and CONFIG GET shows the other changed as well. CONFIG REWRITE then
 * tells which of them the server itself writes.
 *
 * @param directives what is known of the values of each
 * @returns alias → the server's own name
 */
export async function probeAliases(
  program: Program,
  directives: ReadonlyMap<string, DirectiveFacts | undefined>,
  defaults: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const lines = [...directives].flatMap(([name, directive]) => {
    const value = OURS.includes(name) ? undefined : otherValue(name, directive, defaults.get(name));
    return value === undefined ? [] : [`${name} ${value}`];
  });
  const pairs = await forEach(lines, (line) => pairChangedBy(program, line, defaults));
  return new Map(pairs.flatMap((pair) => (pair === undefined ? [] : [[pair.alias, pair.name]])));
}

/** What our own way of starting sets. */
const OURS: readonly string[] = ['port', 'unixsocket', 'dir', 'daemonize'];

/** A value that the directive takes and that is not its default; undefined where that cannot be known. */
function otherValue(
  name: string,
  directive: DirectiveFacts | undefined,
  byDefault: string | undefined,
): string | undefined {
  if (byDefault === undefined) return undefined;
  switch (directive?.kind) {
    case 'bool':
      return byDefault === 'yes' ? 'no' : 'yes';
    case 'enum':
      return directive.values?.find((value) => value !== byDefault);
    case 'integer':
    case 'memory':
      return otherNumber(BigInt(byDefault), directive.max);
    case 'string':
      return '7';
    default:
      return REPLICATION.includes(name) ? '127.0.0.1 7' : undefined;
  }
}

const REPLICATION: readonly string[] = ['replicaof', 'slaveof'];

function otherNumber(byDefault: bigint, max: number | string | undefined): string {
  return String(max !== undefined && byDefault >= BigInt(max) ? byDefault - 1n : byDefault + 1n);
}

interface Pair {
  readonly name: string;
  readonly alias: string;
}

async function pairChangedBy(
  program: Program,
  line: string,
  defaults: ReadonlyMap<string, string>,
): Promise<Pair | undefined> {
  const running = await startServer(program, { files: { conf: `${line}\n` }, config: 'conf' });
  if ('verdict' in running) return undefined;
  try {
    const [a, b, ...more] = await namesChanged(running, defaults);
    if (a === undefined || b === undefined || more.length > 0) return undefined;
    const written = await readFile(join(running.folder, 'conf'), 'utf8');
    const [first, second] = [a, b].map((name) => new RegExp(`^${name} `, 'm').test(written));
    if (first === second) return undefined;
    return first ? { name: a, alias: b } : { name: b, alias: a };
  } finally {
    await running.stop();
  }
}

async function namesChanged(running: RunningServer, defaults: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const connection = await running.connect();
  const names = [...defaults.keys()].filter((name) => !OURS.includes(name));
  const settings = await settingsOf(connection, names);
  await connection.ask('CONFIG', 'REWRITE');
  connection.close();
  return names.filter((name) => settings.get(name) !== defaults.get(name));
}
