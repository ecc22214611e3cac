import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aclBehaviourOf } from '../../server/src/catalog/acl-behaviour.js';
import { type Catalog, catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { aclGround } from '../../server/src/model/acl-ground.js';
import { decide } from '../../server/src/model/permissions.js';
import { ourAnswer, userOf } from '../support/acl-server.js';
import { aclWords, commandLine } from '../support/generate/acl.js';
import { answersTo, ENDS_TRANSACTION } from '../support/permission-server.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';

await describeWithServers('random users and every command', (servers) => {
  for (const server of servers) {
    const how = aclBehaviourOf(target(server.target)).selectors ? 'ACL DRYRUN' : 'the command itself';
    test(
      `${server.target}: ${how} says what we decide`,
      async () => {
        const catalog = catalogFor(target(server.target));
        const ground = aclGround(catalog, undefined);
        const share = randomShare(`users and commands on ${server.target}`, 40, 2000);
        const users = fc.sample(aclWords(catalog), share).filter((words) => ourAnswer(words, ground) === 'OK');
        const lines = fc.sample(everyCommand(catalog), share);
        const disagreements: string[] = [];

        await withServer(server, {}, async (running) => {
          for (const [index, words] of users.entries()) {
            const commands = lines[index % lines.length] ?? [];
            const user = userOf('u', words, ground);
            const theirs = await answersTo(commands, words, running, ground);
            commands.forEach((argv, i) => {
              const ours = decide(user, argv, catalog).serverSays;
              if (theirs[i] !== ours)
                disagreements.push(`${words.join(' ')}: ${JSON.stringify(argv)} ${theirs[i]} (ours: ${ours})`);
            });
          }
        });
        expect(disagreements.slice(0, 20)).toEqual([]);
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

/** Each command and subcommand of a server once, with random arguments; containers and unknown names as well. */
function everyCommand(catalog: Catalog): fc.Arbitrary<readonly (readonly string[])[]> {
  const queues = !aclBehaviourOf(catalog.target).selectors;
  const commands = [...catalog.commands.values()].filter(({ name }) => !queues || !ENDS_TRANSACTION.has(name));
  return fc.tuple(...commands.map(commandLine), fc.constantFrom(['nosuch'], ['config', 'nosuch', 'x'], ['GET']));
}
