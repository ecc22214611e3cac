import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { type AclGround, aclGround } from '../../server/src/model/acl-ground.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import { aclFileMessage, isCrash } from '../support/acl-messages.js';
import { answerTo, describedBy, describedUser, isFatalToShow } from '../support/acl-server.js';
import { aclFiles, soundAclFiles } from '../support/generate/acl-files.js';
import { memoryFiles } from '../support/memory-files.js';
import { RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { type Connection, isError } from '../support/servers/connection.js';
import { startServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

await describeWithServers('random ACL files', (servers) => {
  for (const server of servers) {
    test(
      `${server.target} refuses the same files, in the same words, and holds the same users of the others`,
      async () => {
        const catalog = catalogFor(target(server.target));
        const ground = aclGround(catalog, undefined);
        const share = randomShare(`ACL files on ${server.target}`, 150, 20_000);
        const files = fc
          .sample(fc.oneof(aclFiles(catalog), soundAclFiles(catalog)), share)
          .filter((file) => !isFatalToShow(file.split(/\s/), ground));
        const disagreements: unknown[] = [];

        let crashes = 0;
        let loading = await startLoading(server);
        for (const file of files) {
          const text = ADMIN + file;
          const ours = ourVerdict(await projectOf(text, server));
          if (ours === 'crash' && ++crashes > MOST_CRASHES) continue;
          const theirs = await loading.load(text);
          if (theirs !== ours) disagreements.push({ text, theirs, ours });
          if (theirs === 'crash') loading = await startLoading(server);
        }
        await loading.stop();
        expect(disagreements.slice(0, 20)).toEqual([]);
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

/** A server that crashed has to be started again. */
const MOST_CRASHES = 5;

function projectOf(text: string, server: Server): Promise<Project> {
  const root = { uri: 'file:///w/u.acl', path: '/w/u.acl', text, kind: 'acl', workingDirectory: '/w' } as const;
  return loadProject(root, target(server.target), memoryFiles(new Map()));
}

/** What the server says of a file that it refuses, or the users that it holds of one that it takes. */
function ourVerdict({ refusals, users, catalog }: Project): string {
  if (isCrash(refusals)) return 'crash';
  if (refusals.length > 0) return aclFileMessage(refusals, 'u.acl');
  const ground = aclGround(catalog, undefined);
  return [...users.values()]
    .map((user) => `${user.name}: ${describedUser(user, ground)}`)
    .sort()
    .join('\n');
}

interface Loading {
  /** Loads a file as a server does at its start (`ACLLoadFromFile`), and tells what came of it. */
  load(text: string): Promise<string>;
  stop(): Promise<void>;
}

/** The first line of every file: a file may well lock everybody else out. */
const ADMIN = 'user admin on nopass ~* +@all\n';

async function startLoading(server: Server): Promise<Loading> {
  const ground = aclGround(catalogFor(target(server.target)), undefined);
  // A report of a crash takes seconds.
  const config = ground.behaviour.selectors ? 'aclfile u.acl\ncrash-log-enabled no\n' : 'aclfile u.acl\n';
  const running = await startServer(server, { files: { 'c.conf': config, 'u.acl': ADMIN }, config: 'c.conf' });
  if ('verdict' in running) throw new Error(JSON.stringify(running));
  const asAdmin = async <T>(use: (connection: Connection) => Promise<T>): Promise<T> => {
    const connection = await running.connect();
    await connection.ask('AUTH', 'admin', 'any');
    try {
      return await use(connection);
    } finally {
      connection.close();
    }
  };
  return {
    load: async (text) => {
      await writeFile(join(running.folder, 'u.acl'), text);
      const answer = await asAdmin((connection) => connection.ask('ACL', 'LOAD'));
      if (isError(answer)) return answer.error === 'connection closed' ? 'crash' : answerTo(answer);
      return asAdmin(async (connection) => usersOn(connection, ground));
    },
    stop: () => running.stop(),
  };
}

async function usersOn(connection: Connection, ground: AclGround): Promise<string> {
  const names = await connection.ask('ACL', 'USERS');
  if (!Array.isArray(names)) throw new Error(JSON.stringify(names));
  const users = await connection.askAll(names.map((name) => ['ACL', 'GETUSER', String(name)]));
  return names
    .map((name, i) => `${String(name)}: ${describedBy(users[i] ?? null, ground)}`)
    .sort()
    .join('\n');
}
