import { expect } from 'vitest';
import type { FileSet } from './generate/configuration.js';
import type { Server } from './servers/server.js';
import { type StartCase, startDisagreement } from './start-comparison.js';

/** Gives each set of files to a real server, as `startDisagreement` does; the first twenty disagreements are shown. */
export async function expectAgreement(
  server: Server,
  cases: readonly FileSet[],
  sockets: StartCase['sockets'] = 'appended',
): Promise<void> {
  const disagreements: unknown[] = [];
  for (const files of cases) {
    const disagreement = await startDisagreement(server, { files, sockets });
    if (disagreement !== undefined) disagreements.push({ disagreement, files });
  }
  expect(disagreements.slice(0, 20)).toEqual([]);
}
