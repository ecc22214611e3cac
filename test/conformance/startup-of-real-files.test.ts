import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import type { FileSet } from '../support/generate/configuration.js';
import { mutationsOf } from '../support/generate/mutation.js';
import { withoutMachineLines } from '../support/machine-lines.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { describeWithServers, FACTS, skipUnlessRequired } from '../support/servers/requirements.js';
import { shippedFiles } from '../support/servers/shipped-files.js';
import { expectAgreement } from '../support/start-agreement.js';

await describeWithServers(
  'a real file, whole or broken, is refused where and how a real server refuses it, and else runs as we say',
  (servers) => {
    for (const server of servers) {
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
        async ({ skip }) => {
          const share = randomShare(`mutations of each file from the world on ${server.target}`, 0, 25);
          const texts = await filesFromTheWorld();
          if (texts.length === 0) return skipUnlessRequired(skip, '../shared/corpus is not beside the repository');
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
