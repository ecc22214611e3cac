import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import { decide } from '../../server/src/model/permissions.js';
import type { Project } from '../../server/src/model/project.js';
import { memoryFiles } from '../support/memory-files.js';
import type { Greetings, ReachQuestions } from '../support/reach-probe.js';
import { testNetwork } from '../support/servers/own-network.js';
import { describeWithServers, skipUnlessRequired } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const EVERYTHING = '~* +@all';

/** Files, the root first; `REMOTE` stands for an address of the machine that is not loopback. */
const CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no line at all': { 'c.conf': '' },
  'a password': { 'c.conf': 'requirepass x' },
  'a password that is taken back': { 'c.conf': 'requirepass x\nrequirepass ""' },
  'a password, and an ACL file without default': {
    'c.conf': 'requirepass x\naclfile u.acl',
    'u.acl': 'user bob on nopass ~*\n',
  },
  'the same in the other order': { 'c.conf': 'aclfile u.acl\nrequirepass x', 'u.acl': 'user bob on nopass ~*\n' },
  'a password, and an empty ACL file': { 'c.conf': 'requirepass x\naclfile u.acl', 'u.acl': '' },
  'a default user with a password in the ACL file': {
    'c.conf': 'aclfile u.acl',
    'u.acl': `user default on >a ${EVERYTHING}\n`,
  },
  'a default user that is off in the ACL file': { 'c.conf': 'aclfile u.acl', 'u.acl': 'user default off\n' },
  'another user': { 'c.conf': 'user bob on nopass ~* +@all' },
  'a password, and a default user with another': { 'c.conf': `requirepass b\nuser default on >a ${EVERYTHING}` },
  'a default user, and then a password': { 'c.conf': `user default on >a ${EVERYTHING}\nrequirepass b` },
  'a password, and a default user without': { 'c.conf': `requirepass b\nuser default on nopass ${EVERYTHING}` },
  'a default user that nobody can log in as': { 'c.conf': 'user default on' },
  'a password behind nopass': { 'c.conf': `user default on nopass >a ${EVERYTHING}` },
  'nopass behind a password': { 'c.conf': `user default on >a nopass ${EVERYTHING}` },
  'a default user that is off': { 'c.conf': 'user default off' },
  'a default user that is off and needs no password': { 'c.conf': 'user default off nopass' },
  'the same on every address': { 'c.conf': 'bind 0.0.0.0\nuser default off nopass' },
  'a default user that may do little': { 'c.conf': 'user default on nopass +get' },
  'the same, PING as well': { 'c.conf': 'user default on nopass +ping' },
  'every address': { 'c.conf': 'bind 0.0.0.0' },
  'every address by a star': { 'c.conf': 'bind *' },
  'loopback alone': { 'c.conf': 'bind 127.0.0.1' },
  'another address alone': { 'c.conf': 'bind REMOTE' },
  'loopback and another address': { 'c.conf': 'bind 127.0.0.1 REMOTE' },
  'the last bind line': { 'c.conf': 'bind REMOTE\nbind 127.0.0.1' },
  'every address and a password': { 'c.conf': 'bind 0.0.0.0\nrequirepass x' },
  'no protected mode': { 'c.conf': 'protected-mode no' },
  'no protected mode, loopback alone': { 'c.conf': 'protected-mode no\nbind 127.0.0.1' },
};

const SENTINEL_CASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a Sentinel': { 'c.conf': 'sentinel monitor m 127.0.0.1 1 1' },
  'a Sentinel with protected mode': { 'c.conf': 'protected-mode yes\nsentinel monitor m 127.0.0.1 1 1' },
  'a Sentinel with a password': { 'c.conf': 'requirepass x\nsentinel monitor m 127.0.0.1 1 1' },
  'a Sentinel with a user': { 'c.conf': 'user default off\nsentinel monitor m 127.0.0.1 1 1' },
};

await describeWithServers('who is answered without logging in', (servers) => {
  for (const server of servers) {
    test(
      `${server.target}: over loopback, from elsewhere, and over the Unix socket`,
      async ({ skip }) => {
        const network = await testNetwork();
        if (network === undefined) return skipUnlessRequired(skip, 'this machine has no address but loopback');
        const asked = [...questions(CASES, 'server'), ...questions(SENTINEL_CASES, 'sentinel')];
        const filesOf = (files: Readonly<Record<string, string>>) =>
          Object.fromEntries(
            Object.entries(files).map(([name, text]) => [name, text.replace('REMOTE', network.remoteAddress)]),
          );
        const input: ReachQuestions = {
          remoteAddress: network.remoteAddress,
          questions: asked.map(({ files, role }) => ({
            server: server.path,
            files: filesOf(files),
            role,
            port: 46_379,
          })),
        };
        const script = fileURLToPath(new URL('../support/reach-probe.ts', import.meta.url));
        const theirs = await network.run<readonly Greetings[]>(script, input);
        for (const [i, { name, files, role }] of asked.entries()) {
          const ours = greetingsOf(await projectOf(filesOf(files), role, server));
          expect.soft({ name, greetings: theirs[i] }).toEqual({ name, greetings: ours });
        }
      },
      START_UPS_TIMEOUT,
    );
  }
});

/** Milliseconds: each server is started once for every case. */
const START_UPS_TIMEOUT = 300_000;

function questions(cases: typeof CASES, role: 'server' | 'sentinel') {
  return Object.entries(cases).map(([name, files]) => ({ name, files, role }));
}

function projectOf(
  files: Readonly<Record<string, string>>,
  role: 'server' | 'sentinel',
  server: Server,
): Promise<Project> {
  const contents = Object.entries(files).map(([name, text]) => [`/w/${name}`, { text }] as const);
  const text = `${files['c.conf'] ?? ''}\nport 46379\nunixsocket s.sock\n`;
  const kind = role === 'sentinel' ? 'sentinel' : 'config';
  const root = { uri: 'file:///w/c.conf', path: '/w/c.conf', text, kind, workingDirectory: '/w' } as const;
  return loadProject(root, target(server.target), memoryFiles(new Map(contents)));
}

/** What we expect a client to be answered that sends `PING` and no password. */
function greetingsOf(project: Project): Greetings {
  const { reach } = project;
  const answer = answerToPing(project);
  const isRemoteHeard = reach.exposure === 'all' || reach.exposure === 'specific';
  return {
    loopback: reach.onLoopback ? answer : 'refused',
    remote: !isRemoteHeard ? 'refused' : reach.protectedMode === 'refuses-remote-clients' ? 'DENIED' : answer,
    socket: reach.unixSocket ? answer : 'refused',
  };
}

function answerToPing({ reach, users, catalog }: Project): string {
  const user = users.get('default');
  if (user === undefined || !reach.strangerIsDefaultUser) return 'NOAUTH';
  return decide(user, ['PING'], catalog).allowed ? 'PONG' : 'NOPERM';
}
