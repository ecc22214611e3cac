import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { type AclGround, aclGround } from '../../server/src/model/acl-ground.js';
import { answerTo, describedBy, isFatalToShow, ourAnswer, ourDescription, wordsOf } from '../support/acl-server.js';
import { anyAclWords } from '../support/generate/acl.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import type { Connection } from '../support/servers/connection.js';
import { withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';

await describeWithServers('random ACL rules, one user at a time', (servers) => {
  for (const server of servers) {
    test(
      `${server.target} refuses the same ACL rules, and holds the same user of the others`,
      async () => {
        const catalog = catalogFor(target(server.target));
        const ground = aclGround(catalog, undefined);
        const users = fc.sample(anyAclWords(catalog), randomShare(`ACL rules on ${server.target}`, 500, 20_000));
        const disagreements: unknown[] = [];

        await withServer(server, {}, async (_, connection) => {
          for (const words of users) {
            const ours = { answer: ourAnswer(words, ground), user: ourUser(words, ground) };
            const theirs = await askAbout(words, connection, ground);
            if (theirs.answer !== ours.answer || (theirs.user ?? ours.user) !== ours.user) {
              disagreements.push({ words: words.join(' '), theirs, ours });
            }
          }
        });
        expect(disagreements.slice(0, 20)).toEqual([]);
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

function ourUser(words: readonly string[], ground: AclGround): string {
  return ourDescription(wordsOf(words), ground);
}

async function askAbout(
  words: readonly string[],
  connection: Connection,
  ground: AclGround,
): Promise<{ readonly answer: string; readonly user: string | undefined }> {
  const answer = answerTo(await connection.ask('ACL', 'SETUSER', 'u', 'reset', ...words));
  if (answer !== 'OK' || isFatalToShow(words, ground)) return { answer, user: undefined };
  return { answer, user: describedBy(await connection.ask('ACL', 'GETUSER', 'u'), ground) };
}
