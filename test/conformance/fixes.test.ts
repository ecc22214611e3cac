import { expect, test } from 'vitest';
import { DEFAULT_TARGET, type TargetName } from '../../server/src/catalog/target.js';
import type { Rule } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import type { DrawnFile } from '../support/drawing.js';
import { undraw } from '../support/drawing.js';
import { forHardening, look, mended, mendedByAll, optionsFor } from '../support/fix-effects.js';
import { projectOf } from '../support/fixtures.js';
import { nearestTo } from '../support/nearest-server.js';
import { isFullRun } from '../support/random-share.js';
import { requestFor, runnable, runnableAlike, saidBy } from '../support/runnable.js';
import type { Reply } from '../support/servers/connection.js';
import { verdictOf, withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import type { Server } from '../support/servers/server.js';

const NAMED = RULES.map((rule) => [rule.id, rule] as const);

/** Starts take their time: but for a full run, a part has to do. */
function some<T>(all: readonly T[]): T[] {
  return all.filter((_, index) => isFullRun() || index % 4 === 0);
}

await describeWithServers('a fix', (servers) => {
  test.for(NAMED)('of %s leaves files that a server takes', async ([_id, rule]) => {
    const options = optionsFor(rule, DEFAULT_TARGET);
    const server = nearestTo(options.target ?? DEFAULT_TARGET, servers);
    const before = await look(undraw(rule.example.bad), options);
    for (const { fixes } of before.findings.filter((finding) => finding.rule === rule.id)) {
      for (const fix of fixes) {
        const files = mended(before.files, [fix]);
        expectSame(await refusalBy(server, files), await expectedRefusal(files, server), fix.title);
      }
    }
  });

  test.for(some(NAMED))('of everything in the example of %s leaves files that a server takes', async ([_id, rule]) => {
    const options = optionsFor(rule, DEFAULT_TARGET);
    const server = nearestTo(options.target ?? DEFAULT_TARGET, servers);
    const { files } = await mendedByAll(undraw(rule.example.bad), forHardening, options);
    expectSame(await refusalBy(server, files), await expectedRefusal(files, server), rule.id);
  });
});

await describeWithServers('a safe fix', (servers) => {
  for (const server of some(servers)) {
    // Of a line that is refused nothing was in force: safe means there that the server runs with what the line says.
    test(`leaves the settings and users of ${server.target} as they were`, async () => {
      for (const rule of RULES) {
        const { circumstances = {} } = rule.example;
        const before = await look(undraw(rule.example.bad), { circumstances, target: server.target });
        const fixes = before.findings
          .filter((finding) => finding.rule === rule.id)
          .flatMap((finding) => finding.fixes)
          .filter(({ safety }) => safety === 'safe');
        for (const fix of fixes) await expectUnchanged(before.files, mended(before.files, [fix]), rule, server);
      }
    });
  }
});

/** Nothing where nothing is expected, else what is expected among other things. */
function expectSame(said: string, expected: string, about: string): void {
  if (expected === '') expect([about, said]).toEqual([about, '']);
  else expect(said, about).toContain(expected);
}

async function expectUnchanged(
  before: readonly DrawnFile[],
  after: readonly DrawnFile[],
  { id }: Rule,
  server: Server,
): Promise<void> {
  const [refused, project] = [
    await projectOf(before, { target: server.target }),
    await projectOf(after, { target: server.target }),
  ];
  if (project.refusals.length > 0) return expect(refused.refusals.length).toBeGreaterThan(project.refusals.length);
  const [was = [], is = []] = await runnableAlike([before, after]);
  const state = await stateOf(is, server);
  if (refused.refusals.length === 0) expect([id, state]).toEqual([id, await stateOf(was, server)]);
}

/** What a server answers to CONFIG GET and ACL LIST once it runs with the files, in one order. */
async function stateOf(files: readonly DrawnFile[], server: Server): Promise<readonly string[]> {
  const request = await requestFor(withOnlooker(files));
  return withServer(server, request, async ({ folder }, connection) => {
    await connection.ask('AUTH', 'onlooker', 'any');
    const settings = listOf(await connection.ask('CONFIG', 'GET', '*'));
    const pairs = settings.flatMap((name, i) => (i % 2 === 0 ? [`${name} ${settings[i + 1]}`] : [])).sort();
    // 6.0 lists the commands of a user in another order each time.
    const users = listOf(await connection.ask('ACL', 'LIST')).map((user) => user.split(' ').sort().join(' '));
    return [...pairs, ...users].map((line) => line.replaceAll(folder, ''));
  });
}

/** With a user that may ask for everything, whoever else may. */
function withOnlooker(files: readonly DrawnFile[]): readonly DrawnFile[] {
  const holder = files.find(({ name }) => name.endsWith('.acl')) ?? files[0];
  const line = 'user onlooker on nopass ~* +@all\n';
  return files.map((file) => (file === holder ? { ...file, text: line + file.text } : file));
}

function listOf(reply: Reply): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : expect.fail(`no list: ${JSON.stringify(reply)}`);
}

/** What a server says when it does not start; empty when it does. */
async function refusalBy(server: Server, files: readonly DrawnFile[]): Promise<string> {
  return saidBy(await verdictOf(server, await requestFor(await runnable(files)))) ?? '';
}

/** The modules of the examples are on no machine of ours; they are looked for when all has been read. */
const NO_MODULE = "Can't load module from ";

/** What the files are to the release that is asked, which is not always the one of the example. */
async function expectedRefusal(files: readonly DrawnFile[], { target }: { target: TargetName }): Promise<string> {
  const { refusals } = await projectOf(files, { target });
  const hasModule = files.some(({ text }) => /^loadmodule /m.test(text));
  return refusals[0]?.serverSays ?? (hasModule ? NO_MODULE : '');
}
