import { statSync } from 'node:fs';
import { isTarget } from './catalog/availability.js';
import { dumpOf, readFacts } from './catalog/dump.js';
import { DATA, knownNames, mergedTables, writeTables } from './catalog/tables.js';
import { probeServer } from './probe/probe-server.js';

const USAGE = 'usage: npm run catalog -- <target such as redis-7.2> <redis-server, or a folder of facts about one>';

const [target, path] = process.argv.slice(2);
if (target === undefined || path === undefined || !isTarget(target)) {
  console.error(USAGE);
  process.exit(2);
}

const facts = statSync(path).isDirectory() ? readFacts(path) : await probeServer({ path }, knownNames(DATA));
const dump = dumpOf(facts);
if (dump.target !== target) {
  console.error(`${path} is ${dump.target}, not ${target}`);
  process.exit(2);
}
writeTables(DATA, mergedTables(DATA, dump, new Date().toISOString().slice(0, 10)));
