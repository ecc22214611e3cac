import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entries, type Entry, expand, type Row } from '../../server/scripts/catalog/dated-table.js';
import { type Dump, dumpOf, readFacts } from '../../server/scripts/catalog/dump.js';
import { DATA, knownNames, mergedTables } from '../../server/scripts/catalog/tables.js';
import type { Program, Share } from '../../server/scripts/probe/asking.js';
import { probeServer } from '../../server/scripts/probe/probe-server.js';
import { targetsIn } from '../../server/src/catalog/availability.js';
import { TARGETS } from '../../server/src/catalog/target.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { describeWithFacts, describeWithServers } from '../support/servers/requirements.js';

describe('the catalogue', () => {
  test.for(['directives.json', 'commands.json', 'sentinel.json', 'servers.json'])('%s knows every target', (name) => {
    expect(tableIn(name).targets).toEqual(TARGETS);
  });
});

await describeWithFacts('merging what was measured into the catalogue', (folder) => {
  test.for(TARGETS)('changes nothing: %s', (target) => {
    expectUnchanged(dumpOf(readFacts(join(folder, target))));
  });
});

await describeWithServers('a live server says nothing that the catalogue does not', (servers) => {
  test.for(servers)('$target', { timeout: 5 * RANDOM_TEST_TIMEOUT }, async (server) => {
    const { seed, numRuns } = randomShare(`catalogue of ${server.target}`, 4, Number.POSITIVE_INFINITY);
    if (numRuns === Number.POSITIVE_INFINITY)
      expectUnchanged(ofAnyPatch(dumpOf(await probeServer(server, knownNames(DATA)))));
    else expectNothingNew(await dumpOfShare(server, (questions) => someOf(questions, numRuns, seed)));
  });
});

/** Asks a share of the questions that take a start each. */
async function dumpOfShare(server: Program, share: Share): Promise<Dump> {
  const facts = await probeServer(server, knownNames(DATA), share);
  const { target } = dumpOf(facts);
  // Only a start tells of these that a file may not use them.
  const directives = Object.entries(facts['directives.json']).filter(
    ([name, { kind }]) => kind !== undefined || !isConfigGetOnly(name, target),
  );
  return dumpOf({ ...facts, 'directives.json': Object.fromEntries(directives) });
}

function isConfigGetOnly(name: string, target: string): boolean {
  const where = rowsIn('directives.json', 'directives')[name]?.['configGetOnly'];
  return typeof where === 'string' && targetsIn(where).some((each) => each === target);
}

/** Everything was asked: the tables come out byte for byte as they are. */
function expectUnchanged(dump: Dump): void {
  for (const [name, text] of mergedTables(DATA, dump, 'another day')) {
    expect(text, name).toBe(readFileSync(join(DATA, name), 'utf8'));
  }
}

/** A share was asked: whatever was said stands in the tables, and whatever is shown without being asked is complete. */
function expectNothingNew(dump: Dump): void {
  const { target } = dump;
  const directives = entriesOf('directives.json', 'directives', target) ?? {};
  expect(dump.directives).toEqual(sameFieldsOf(directives, dump.directives));
  expect(Object.keys(dump.directives)).toEqual(
    expect.arrayContaining(Object.keys(directives).filter((name) => directives[name]?.['inConfigGet'] !== false)),
  );
  const subdirectives = entriesOf('sentinel.json', 'subdirectives', target) ?? {};
  expect(dump.subdirectives).toEqual(sameFieldsOf(subdirectives, dump.subdirectives));
  expect(dump.sentinelCommandNames).toEqual(entriesOf('sentinel.json', 'commands', target));
  expect(dump.sentinelCommands).toEqual(entriesOf('sentinel-commands.json', 'commands', target));
  expect(dump.commands).toEqual(entriesOf('commands.json', 'commands', target));
  expect(dump.keySpecs).toEqual(entriesOf('key-specs.json', 'commands', target));
  expect(ofAnyPatch(dump).server).toEqual(serverOf(target));
}

/** A server may be newer than the one of its release that was measured, as long as it says the same. */
function ofAnyPatch(dump: Dump): Dump {
  const { version, reportedRedisVersion } = serverOf(dump.target);
  return { ...dump, server: { ...dump.server, version, reportedRedisVersion } };
}

function serverOf(target: string): Entry {
  return (tableIn('servers.json')['servers'] as Entries)[target] ?? {};
}

/** Of what the table says, the same names; of a directive whose values were not asked for, the same fields. */
function sameFieldsOf(table: Entries, said: Entries): Entries {
  return Object.fromEntries(
    Object.entries(said).map(([name, entry]) => {
      const row: Entry = table[name] ?? {};
      const fields = Object.keys('runtime' in entry && !('type' in entry) ? entry : row);
      return [name, Object.fromEntries(fields.map((field) => [field, row[field]]))];
    }),
  );
}

/** One target's part of a table; undefined where the table does not know the target. */
function entriesOf(name: string, part: string, target: string): Entries | undefined {
  const rows = Object.entries(rowsIn(name, part)).map(([key, { configGetOnly: _, ...row }]) => [key, row]);
  return expand(Object.fromEntries(rows), tableIn(name).targets).get(target);
}

function rowsIn(name: string, part: string): Readonly<Record<string, Row>> {
  return tableIn(name)[part] as Readonly<Record<string, Row>>;
}

function tableIn(name: string): { readonly targets: readonly string[]; readonly [part: string]: unknown } {
  return JSON.parse(readFileSync(join(DATA, name), 'utf8'));
}

function someOf(items: readonly string[], count: number, seed: number): readonly string[] {
  const length = Math.min(count, items.length);
  const [some = []] = fc.sample(fc.shuffledSubarray([...items], { minLength: length, maxLength: length }), {
    numRuns: 1,
    seed,
  });
  return some;
}
