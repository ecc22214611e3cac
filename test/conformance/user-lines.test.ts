import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import { userDirectives } from '../support/generate/acl-files.js';
import { memoryFiles } from '../support/memory-files.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { verdictOf } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

await describeWithServers('random user lines of a configuration file', (servers) => {
  for (const server of servers) {
    test(
      `${server.target} starts with the same files, and refuses the others at the same line and in the same words`,
      async () => {
        const catalog = catalogFor(target(server.target));
        const files = fc.sample(userDirectives(catalog), randomShare(`user lines on ${server.target}`, 20, 1500));
        const disagreements: unknown[] = [];
        for (const text of files) {
          const ours = await ourVerdict(text, server);
          const theirs = await theirVerdict(text, server);
          if (masked(theirs, ours) !== ours) disagreements.push({ text, theirs, ours });
        }
        expect(disagreements.slice(0, 20)).toEqual([]);
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

async function ourVerdict(text: string, server: Server): Promise<string> {
  const root = { uri: 'file:///w/c.conf', path: '/w/c.conf', text, kind: 'config', workingDirectory: '/w' } as const;
  const { refusals } = await loadProject(root, target(server.target), memoryFiles(new Map()));
  const [first] = refusals;
  if (first === undefined) return 'starts';
  return first.serverLine === undefined ? first.serverSays : `line ${first.serverLine}: ${first.serverSays}`;
}

async function theirVerdict(text: string, server: Server): Promise<string> {
  const result = await verdictOf(server, { files: { 'c.conf': text }, config: 'c.conf' });
  if (result.verdict !== 'refused') return result.verdict === 'started' ? 'starts' : result.signal;
  if (result.text !== undefined) return `line ${result.line}: ${result.text}`;
  return (
    result.log.findLast(({ message }) => /ACL (?:rule|usernames)/.test(message))?.message ?? JSON.stringify(result.log)
  );
}

/** The server prints passwords, we do not. */
function masked(theirs: string, ours: string): string {
  return ours.includes("***'") ? theirs.replace(/'([><#!])[^']*'/, "'$1***'") : theirs;
}
