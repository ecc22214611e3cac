import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIn } from '../../server/src/catalog/availability.js';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { type Principal, STRANGER, threatsOf } from '../../server/src/model/abilities.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import { endangeredServers } from '../support/generate/threats.js';
import { memoryFiles } from '../support/memory-files.js';
import { isFullRun, RANDOM_TEST_TIMEOUT, randomShare } from '../support/random-share.js';
import { type Connection, isError } from '../support/servers/connection.js';
import { type RunningServer, withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';
import { expand, SNIPPETS } from '../support/snippets.js';
import { TRIED_IN_ORDER, tryHarm } from '../support/threat-trials.js';

/** Configurations as people write them, and the users of the sample workspace and of the shipped snippets. */
const USUAL = [
  usersIn(readFileSync(new URL('../workspace/users.acl', import.meta.url), 'utf8')),
  '',
  'requirepass secret',
  'user default off\nuser app on >secret ~app:* &* +@all -@dangerous',
  'user default on nopass ~* &* +@all -@admin',
  'user app on >secret ~* +@read\nuser worker on >secret ~* +@write -@dangerous (~jobs:* +@all)',
];

await describeWithServers('what is predicted of each principal, really tried', (servers) => {
  for (const server of servers) {
    test(
      `${server.target}: every harm`,
      async () => {
        const catalog = catalogFor(target(server.target));
        const share = randomShare(`configurations attacked on ${server.target}`, 3, 60);
        const disagreements: unknown[] = [];
        for (const config of [
          ...USUAL.map((text) => withoutChannels(text, server)),
          ...(isFullRun() ? shippedUsers(server) : []),
          ...fc.sample(endangeredServers(catalog), share),
        ]) {
          const text = `${config}\n${ADMIN}`;
          for (const principal of threatsOf(await projectOf(text, server))) {
            const theirs = await attack(principal, text, server);
            const ours = TRIED_IN_ORDER.filter((harm) => principal.abilities[harm].can);
            if (theirs.join() !== ours.join()) disagreements.push({ text, principal: principal.name, theirs, ours });
          }
        }
        expect(disagreements.slice(0, 20)).toEqual([]);
      },
      RANDOM_TEST_TIMEOUT,
    );
  }
});

/** Prepares the server for each trial and looks at it afterwards; a principal like the others. */
const ADMIN = 'user prober on >secret ~* +@all';

/** The users of an ACL file as lines of a configuration, all with the one password that is tried. */
function usersIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.startsWith('user '));
  return lines.map((line) => line.replace(/[>#]\S+/, '>secret')).join('\n');
}

/** The users that the snippets for this server make. */
function shippedUsers({ target: name }: Server): readonly string[] {
  const shipped = SNIPPETS.filter(
    ({ file, availability }) => file === 'redis-acl' && availability !== undefined && isIn(availability, name),
  );
  return shipped.map(({ body }) => usersIn(expand(body)));
}

function withoutChannels(text: string, { target: name }: Server): string {
  return name === 'redis-6.0' ? text.replaceAll(' &*', '').replace(/ \(.*?\)/, '') : text;
}

function projectOf(config: string, server: Server): Promise<Project> {
  const text = `${config}\nport 0\nunixsocket s.sock\n`;
  const root = { uri: 'file:///w/c.conf', path: '/w/c.conf', text, kind: 'config', workingDirectory: '/w' } as const;
  return loadProject(root, target(server.target), memoryFiles(new Map()));
}

/** The harms that a principal could really do, on a server of its own. */
async function attack({ name }: Principal, config: string, server: Server): Promise<readonly string[]> {
  return withServer(server, { files: { 'c.conf': config }, config: 'c.conf' }, async (running, admin) => {
    await admin.ask('AUTH', 'prober', 'secret');
    const done: string[] = [];
    for (const harm of TRIED_IN_ORDER) {
      if (await tryHarm(harm, { admin, running, logIn: () => logIn(name, running) })) done.push(harm);
    }
    return done;
  });
}

/** Undefined where no password that the configurations use lets one in. */
async function logIn(name: string, running: RunningServer): Promise<Connection | undefined> {
  const connection = await running.connect();
  if (name === STRANGER) return connection;
  for (const password of ['secret', 'other', '']) {
    if (!isError(await connection.ask('AUTH', name, password))) return connection;
  }
  connection.close();
  return undefined;
}
