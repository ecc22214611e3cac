import fc from 'fast-check';
import { expect, test } from 'vitest';
import { behaviourOf } from '../../server/src/catalog/behaviour.js';
import { target } from '../../server/src/catalog/target.js';
import { bytesOfText } from '../../server/src/node/bytes.js';
import { splitWords } from '../../server/src/syntax/words.js';
import { byteString } from '../../server/src/text/bytes.js';
import { anyLine } from '../support/generate/words.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { verdictOf, withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

await describeWithServers('a line has the words that a real server reads in it', (servers) => {
  for (const server of servers) {
    test(
      `${server.target}: thousands of lines, each word the name of a user`,
      async () => {
        const lines = fc.sample(anyLine(), randomShare(`words on ${server.target}`, 3000, 200_000));
        for (let at = 0; at < lines.length; at += 5_000) await expectSameWords(server, lines.slice(at, at + 5_000));
      },
      RANDOM_TEST_TIMEOUT,
    );

    test(
      `${server.target}: lines that it cannot split`,
      async () => {
        const { seed, numRuns } = randomShare(`broken lines on ${server.target}`, 5, 500);
        const lines = fc.sample(anyLine(), { seed, numRuns: 20 * numRuns });
        for (const line of lines.filter((line) => splits(line, server) === undefined).slice(0, numRuns)) {
          const result = await verdictOf(server, { config: 'c', files: { c: bytesOfText(`\nmasterauth${line}\n`) } });
          const expected = { line: 2, text: 'Unbalanced quotes in configuration line' };
          expect({ on: line, ...result }).toMatchObject({ on: line, ...expected });
        }
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

/** A user of each word that can be a name: not blank, no blanks and NULs in it, and not a word before. */
async function expectSameWords(server: Server, lines: readonly string[]): Promise<void> {
  const expected = new Set<string>();
  const text: string[] = [];
  for (const line of lines) {
    for (const { value, written } of splits(line, server) ?? []) {
      const name = byteString(value);
      if (name === '' || name === 'default' || /[\0\s]/.test(name.replaceAll('\u00a0', '')) || expected.has(name))
        continue;
      expected.add(name);
      text.push(`user ${written}`);
    }
  }
  const names = await withServer(
    server,
    { config: 'c', files: { c: bytesOfText(`${text.join('\n')}\n`) } },
    async (running) => {
      const connection = await running.connect({ encoding: 'latin1' });
      const reply = await connection.ask('ACL', 'USERS');
      connection.close();
      return Array.isArray(reply) ? reply.map(String) : [];
    },
  );
  expect(names.filter((name) => name !== 'default').sort()).toEqual([...expected].sort());
  expect(expected.size).toBeGreaterThan(lines.length / 10);
}

/** The words of a line, each with how it is written there; undefined where the line is broken. */
function splits(line: string, { target: name }: Server) {
  const { words, broken } = splitWords(line, behaviourOf(target(name)));
  if (broken !== undefined) return undefined;
  return words.map(({ value, span }) => ({ value, written: line.slice(span.start, span.end) }));
}
