import fc from 'fast-check';
import { test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { configurations, sweeps } from '../support/generate/configuration.js';
import { inclusions } from '../support/generate/inclusion.js';
import { listeningFiles } from '../support/generate/listening.js';
import { withPortsAndCertificates } from '../support/listening-case.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { expectAgreement } from '../support/start-agreement.js';

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
    }
  },
);
