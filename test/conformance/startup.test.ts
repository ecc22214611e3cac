import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { configurations, type FileSet, sweeps } from '../support/generate/configuration.js';
import { inclusions } from '../support/generate/inclusion.js';
import { listeningFiles } from '../support/generate/listening.js';
import { mutationsOf } from '../support/generate/mutation.js';
import { withPortsAndCertificates } from '../support/listening-case.js';
import { withoutMachineLines } from '../support/machine-lines.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { describeWithServers, FACTS } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';
import { shippedFiles } from '../support/servers/shipped-files.js';
import { type StartCase, startDisagreement } from '../support/start-comparison.js';

/**
 * Each file is given to a real server, again and again with the line blanked that it refuses, until it starts. Verdict,
 * line, text and, in the end, `CONFIG GET *` must be ours.
 */
await describeWithServers(
  'a file is refused where and how a real server refuses it, and else runs as we say',
  (servers) => {
    for (const server of servers) {
      const catalog = catalogFor(target(server.target));

      test(
        `${server.target}: random files with includes`,
        async () => {
          const share = randomShare(`configurations on ${server.target}`, 6, 3000);
          await expectAgreement(server, fc.sample(configurations(catalog), share));
        },
        RANDOM_TEST_TIMEOUT,
      );

      test(
        `${server.target}: files that include each other`,
        async () => {
          const share = randomShare(`inclusions on ${server.target}`, 5, 1000);
          await expectAgreement(server, fc.sample(inclusions(), share));
        },
        RANDOM_TEST_TIMEOUT,
      );

      test(
        `${server.target}: every directive with good and bad values`,
        async () => {
          const share = randomShare(`values of every directive on ${server.target}`, 0, 30);
          await expectAgreement(server, fc.sample(sweeps(catalog), share));
        },
        RANDOM_TEST_TIMEOUT,
      );

      test(
        `${server.target}: ports, addresses, TLS and cluster`,
        async () => {
          const texts = fc.sample(listeningFiles(catalog), randomShare(`listening on ${server.target}`, 3, 300));
          await expectAgreement(server, await Promise.all(texts.map(withPortsAndCertificates)), 'own');
        },
        RANDOM_TEST_TIMEOUT,
      );

      test(
        `${server.target}: the files that come with it, whole and broken`,
        async () => {
          const share = randomShare(`mutations of shipped files on ${server.target}`, 3, 200);
          const texts = [...(await shippedFiles(server)).values()].map(withoutMachineLines);
          await expectAgreement(
            server,
            texts.flatMap((text) => [{ 'redis.conf': text }, ...mutated(text, share)]),
          );
        },
        RANDOM_TEST_TIMEOUT,
      );

      test(
        `${server.target}: files from the world, whole and broken`,
        async () => {
          const share = randomShare(`mutations of each file from the world on ${server.target}`, 0, 25);
          const texts = await filesFromTheWorld();
          await expectAgreement(
            server,
            texts.flatMap((text) => [{ 'redis.conf': text }, ...mutated(text, share)]),
          );
        },
        RANDOM_TEST_TIMEOUT,
      );
    }
  },
);

async function expectAgreement(
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

function mutated(text: string, share: { readonly seed: number; readonly numRuns: number }): readonly FileSet[] {
  return fc.sample(mutationsOf(text), share).map((changed) => ({ 'redis.conf': withoutMachineLines(changed) }));
}

/** Configuration files out of public repositories, which lie beside ours; none where they do not. */
async function filesFromTheWorld(): Promise<readonly string[]> {
  const folder = join(FACTS, '..', 'corpus');
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => /\.conf$/.test(name) && !name.includes('sentinel'),
  );
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map(withoutMachineLines);
}
