import { expect, test } from 'vitest';
import { DEFAULT_TARGET, TARGETS, type TargetName, target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project, RootKind } from '../../server/src/model/project.js';
import type { Fix, LoadRule } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import { applyEdits } from '../../server/src/text/edit.js';
import { type DrawnFile, undraw } from '../support/drawing.js';
import { findingsIn } from '../support/fixtures.js';
import { memoryFiles, uriOf } from '../support/memory-files.js';
import type { Reply } from '../support/servers/connection.js';
import { type StartRequest, type StartResult, verdictOf, withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const LOAD_RULES = RULES.filter((rule): rule is LoadRule => rule.kind === 'load');

await describeWithServers('examples of rules about loading', (servers) => {
  for (const server of servers) {
    test.for(LOAD_RULES.map((rule) => [rule.id, rule] as const))(
      `${server.target} agrees with both examples of %s`,
      async ([_id, { example }]) => {
        await expectAgreement(example.bad, server);
        if (!isAbout(example.target, server.target)) return;
        await expectAgreement(example.good, server);
        expect(await codesOf(example.bad, server)).not.toEqual([]);
        expect(await codesOf(example.good, server)).toEqual([]);
      },
    );
  }
});

await describeWithServers('safe fixes', (servers) => {
  for (const server of servers) {
    test(`leave the settings and users of ${server.target} as they were`, async () => {
      for (const { id, example } of RULES.filter(({ kind }) => kind !== 'load')) {
        const files = undraw(example.bad).map(moved);
        const project = await projectOf(files, server.target);
        const fix = findingsIn(
          project,
          RULES.filter((rule) => rule.id === id),
        )
          .flatMap(({ fixes }) => fixes)
          .find(({ safety }) => safety === 'safe');
        if (fix === undefined || project.refusals.length > 0) continue;
        const after = files.map((file) => ({ ...file, text: mended(file, fix) }));
        expect([id, await stateOf(after, server)]).toEqual([id, await stateOf(files, server)]);
      }
    });
  }
});

function mended(file: DrawnFile, { edits }: Fix): string {
  return applyEdits(
    file.text,
    edits.filter(({ uri }) => uri === uriOf(`/w/${file.name}`)),
  );
}

/** What a server answers to CONFIG GET and ACL LIST once it runs with the files, in one order. */
function stateOf(files: readonly DrawnFile[], server: Server): Promise<readonly string[]> {
  return withServer(server, requestFor(files), async ({ folder }, connection) => {
    const settings = listOf(await connection.ask('CONFIG', 'GET', '*'));
    const pairs = settings.flatMap((name, i) => (i % 2 === 0 ? [`${name} ${settings[i + 1]}`] : [])).sort();
    const users = listOf(await connection.ask('ACL', 'LIST'));
    return [...pairs, ...users].map((line) => line.replaceAll(folder, ''));
  });
}

function listOf(reply: Reply): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : expect.fail(`no list: ${JSON.stringify(reply)}`);
}

/** A server starts with the files exactly if we say so, and says what we say it does. */
async function expectAgreement(drawn: string, server: Server): Promise<void> {
  const files = undraw(drawn).map(moved);
  const { refusals } = await projectOf(files, server.target);
  const said = saidBy(await verdictOf(server, requestFor(files)));
  if (said !== undefined && onlyThisMachineSays(said)) return;
  expect(said === undefined ? 'starts' : 'refused').toBe(refusals.length === 0 ? 'starts' : 'refused');
  expect(said ?? '').toContain(refusals[0]?.serverSays ?? '');
}

async function codesOf(drawn: string, server: Server): Promise<readonly string[]> {
  const { refusals } = await projectOf(undraw(drawn).map(moved), server.target);
  return refusals.map(({ code }) => code);
}

function isAbout(wanted: string | undefined, asked: TargetName): boolean {
  return (TARGETS.find((name) => name === wanted) ?? DEFAULT_TARGET) === asked;
}

/**
 * Examples speak of usual folders; the server that is asked finds everything in its working directory, and listens on
 * this machine alone.
 */
function moved(file: DrawnFile): DrawnFile {
  const here = (text: string): string =>
    text.replace('/run/redis/redis.sock', SOCKET).replace(/\/(?:etc|var\/lib)\/redis(?:\/|(?="))/g, './');
  const text = here(file.text);
  const isOpen = LISTENING.test(text) && !/^bind /m.test(text) && kindOf(file.name) === 'config';
  return { ...file, name: here(file.name).replace(/^\.\//, ''), text: isOpen ? `bind 127.0.0.1\n${text}` : text };
}

const SOCKET = 's.sock';

const LISTENING = /^(?:bind|port|tls-port) /m;

function requestFor(files: readonly DrawnFile[]): StartRequest {
  const contents = Object.fromEntries(files.map(({ name, text }) => [name, text]));
  const { name: config = '', text = '' } = files[0] ?? {};
  if (kindOf(config) === 'acl') {
    return { files: { ...contents, 'redis.conf': `aclfile ${config}\n` }, config: 'redis.conf' };
  }
  if (kindOf(config) === 'sentinel') return { files: contents, config, role: 'sentinel' };
  if (/^port 0$/m.test(text)) return { files: contents, config, options: [] };
  if (LISTENING.test(text)) return { files: contents, config, options: ['--unixsocket', SOCKET] };
  return { files: contents, config };
}

function projectOf(files: readonly DrawnFile[], name: TargetName): Promise<Project> {
  const [root] = files;
  if (root === undefined) throw new Error('a drawing without a file');
  const pathOf = (file: DrawnFile): string => `/w/${file.name}`;
  const contents = new Map(files.map((file) => [pathOf(file), { text: file.text }]));
  const path = pathOf(root);
  const source = { uri: uriOf(path), path, text: root.text, kind: kindOf(root.name), workingDirectory: '/w' };
  return loadProject(source, target(name), memoryFiles(contents));
}

function kindOf(name: string): RootKind {
  if (name.endsWith('.acl')) return 'acl';
  return name.includes('sentinel') ? 'sentinel' : 'config';
}

/** All that a server says when it does not start; undefined when it does. */
function saidBy(result: StartResult): string | undefined {
  if (result.verdict === 'started') return undefined;
  return ['text' in result ? result.text : '', ...result.log.map(({ message }) => message)].join('\n');
}

/** Certificates, modules and addresses of the examples exist nowhere, and ports may be taken here. */
function onlyThisMachineSays(said: string): boolean {
  return /Failed to load certificate|Can't load module|Cannot assign requested address|Address already in use/.test(
    said,
  );
}
