import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parseTarget } from './catalog/availability.mjs';
import { readDump } from './catalog/dump.mjs';
import { knownNames, mergedTables, writeTables } from './catalog/tables.mjs';

const DATA = fileURLToPath(new URL('../src/catalog/data/', import.meta.url));
const USAGE = 'usage: npm run catalog -- <target such as redis-7.2> <redis-server or the folder of a dump>';

const [target, path] = process.argv.slice(2);
if (target === undefined || path === undefined || parseTarget(target) === undefined) {
  console.error(USAGE);
  process.exit(2);
}

const folder = statSync(path).isDirectory() ? path : await probed(path);
const dump = readDump(folder);
const measured = `${dump.server.product}-${dump.server.version.split('.', 2).join('.')}`;
if (measured !== target) {
  console.error(`${path} is ${measured}, not ${target}`);
  process.exit(2);
}
writeTables(DATA, mergedTables(DATA, target, dump, new Date().toISOString().slice(0, 10)));

async function probed(server) {
  const { probeServer } = await import('./probe-server.mjs');
  return probeServer(server, knownNames(DATA));
}
