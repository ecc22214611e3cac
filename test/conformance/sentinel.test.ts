import fc from 'fast-check';
import { expect, test } from 'vitest';
import { target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Refusal } from '../../server/src/model/refusal.js';
import { sentinelFiles } from '../support/generate/sentinel.js';
import { memoryFiles } from '../support/memory-files.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { saysTheSame } from '../support/server-texts.js';
import { type StartResult, verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

await describeWithServers('a Sentinel file is refused where a real Sentinel refuses it', (servers) => {
  test.for(servers)('by $target', { timeout: RANDOM_TEST_TIMEOUT }, async (server) => {
    const { numRuns, seed } = randomShare('Sentinel files', 25, 2000);
    for (const file of fc.sample(sentinelFiles(), { numRuns, seed })) {
      expect({ file, seed, disagreement: await disagreement(server, file) }).toEqual({
        file,
        seed,
        disagreement: undefined,
      });
    }
  });
});

/** Starts a Sentinel again and again, each time with the line blank that the refusal before blames. */
async function disagreement(server: Server, text: string): Promise<string | undefined> {
  const lines = text.split('\n');
  const start = () => verdictOf(server, { role: 'sentinel', config: 's.conf', files: { 's.conf': lines.join('\n') } });
  for (const refusal of await refusalsOf(server, text)) {
    const result = await start();
    if (!isSaid(refusal, result)) return differ(result, refusal);
    lines[refusal.at.line] = '';
  }
  const result = await start();
  return result.verdict === 'started' ? undefined : differ(result, undefined);
}

async function refusalsOf(server: Server, text: string): Promise<readonly Refusal[]> {
  const source = {
    uri: 'file:///s/s.conf',
    path: '/s/s.conf',
    text,
    kind: 'sentinel',
    workingDirectory: '/s',
  } as const;
  return (await loadProject(source, target(server.target), memoryFiles(new Map()))).refusals;
}

/** Whatever comes after reading is only in the log, without a line. */
function isSaid({ serverLine, serverSays }: Refusal, result: StartResult): boolean {
  if (result.verdict !== 'refused') return false;
  if (result.text !== undefined) return result.line === serverLine && result.text === serverSays;
  return serverLine === undefined && result.log.some(({ message }) => saysTheSame(message, serverSays));
}

function differ(result: StartResult, refusal: Refusal | undefined): string {
  return JSON.stringify({ result, refusal: refusal && [refusal.serverLine, refusal.serverSays] });
}
