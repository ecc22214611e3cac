import { expect, test } from 'vitest';
import { DEFAULT_TARGET, TARGETS, type TargetName, target } from '../../server/src/catalog/target.js';
import { loadProject } from '../../server/src/model/load.js';
import type { Project } from '../../server/src/model/project.js';
import type { LoadRule } from '../../server/src/rules/define.js';
import { RULES } from '../../server/src/rules/registry.js';
import { type DrawnFile, undraw } from '../support/drawing.js';
import { memoryFiles, uriOf } from '../support/memory-files.js';
import { kindOf, requestFor, runnable, saidBy } from '../support/runnable.js';
import { verdictOf } from '../support/servers/real-server.js';
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

/** A server starts with the files exactly if we say so, and says what we say it does. */
async function expectAgreement(drawn: string, server: Server): Promise<void> {
  const files = await runnable(undraw(drawn));
  const { refusals } = await projectOf(files, server.target);
  const said = saidBy(await verdictOf(server, await requestFor(files)));
  if (said !== undefined && onlyThisMachineSays(said)) return;
  expect(said === undefined ? 'starts' : 'refused').toBe(refusals.length === 0 ? 'starts' : 'refused');
  expect(said ?? '').toContain(refusals[0]?.serverSays ?? '');
}

async function codesOf(drawn: string, server: Server): Promise<readonly string[]> {
  const { refusals } = await projectOf(await runnable(undraw(drawn)), server.target);
  return refusals.map(({ code }) => code);
}

function isAbout(wanted: string | undefined, asked: TargetName): boolean {
  return (TARGETS.find((name) => name === wanted) ?? DEFAULT_TARGET) === asked;
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

/** Modules of the examples exist nowhere; a server looks for them when it has read everything. */
function onlyThisMachineSays(said: string): boolean {
  return said.includes("Can't load module");
}
