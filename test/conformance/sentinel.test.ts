import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentinelReading } from '../../server/src/catalog/sentinel.js';
import { target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import { sentinelFiles } from '../support/generate/sentinel.js';
import { memoryFiles } from '../support/memory-files.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

interface Said {
  readonly line: number | undefined;
  readonly text: string;
}

await describeWithServers('a Sentinel file is refused where a real Sentinel refuses it', (servers) => {
  test.for(servers)('by $target', { timeout: RANDOM_TEST_TIMEOUT }, async (server) => {
    const { numRuns, seed } = randomShare('Sentinel files', 25, 2000);
    const hosts = sentinelReading(target(server.target)).hostNames === 'refused' ? 'any' : 'numeric';
    for (const file of fc.sample(sentinelFiles(hosts), { numRuns, seed })) {
      expect({ file, seed, said: await ours(server, file) }).toEqual({ file, seed, said: await theirs(server, file) });
    }
  });
});

async function ours(server: Server, text: string): Promise<readonly Said[]> {
  const source = {
    uri: 'file:///s/s.conf',
    path: '/s/s.conf',
    text,
    kind: 'sentinel',
    workingDirectory: '/s',
  } as const;
  const { refusals } = await loadProject(source, target(server.target), memoryFiles(new Map()));
  return refusals.map(({ serverLine, serverSays }) => ({ line: serverLine, text: serverSays }));
}

/** Every complaint: the line of each is emptied before the next start. */
async function theirs(server: Server, text: string): Promise<readonly Said[]> {
  const lines = text.split('\n');
  const said: Said[] = [];
  for (;;) {
    const files = { 's.conf': lines.join('\n') };
    const result = await verdictOf(server, { role: 'sentinel', config: 's.conf', files });
    if (result.verdict === 'started') return said;
    if (result.verdict === 'crashed' || result.line === undefined) throw new Error(JSON.stringify({ files, result }));
    said.push({ line: result.line, text: result.text ?? '' });
    lines[result.line - 1] = '';
  }
}
