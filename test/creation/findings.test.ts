import { describe, expect, test } from 'vitest';
import { TARGETS } from '../../server/src/catalog/target.js';
import { readConfiguration } from '../../server/src/configuration/configuration.js';
import { threatsOf } from '../../server/src/model/abilities.js';
import { RULES } from '../../server/src/rules/registry.js';
import { COMBINATIONS, type MadeSet, madeSet, textOfFile } from '../support/configuration-sets.js';
import { findingsIn, projectOf } from '../support/fixtures.js';

/** Who has to be harmless: everybody but those whose duty is some of the harm. */
const DUTIES = ['ops-admin', 'replica', 'sentinel'];

describe.each(TARGETS)('what is written for %s', (target) => {
  test.each(COMBINATIONS)(
    '$name: loads, is complained about by no rule, and leaves no application able to do harm',
    async (wishes) => {
      const made = madeSet(target, { ...wishes, folder: '/etc/redis' });
      for (const root of ['redis.conf', 'redis-replica.conf', 'sentinel.conf']) {
        if (made.files.some(({ name }) => name === root)) expect(await complaints(made, root)).toEqual([]);
      }
      const project = await read(made, 'redis.conf');
      const able = threatsOf(project)
        .filter(({ name }) => !DUTIES.includes(name))
        .flatMap(({ name, abilities }) =>
          Object.entries(abilities).flatMap(([harm, { can, by }]) => (can ? [`${name}: ${harm} by ${by}`] : [])),
        );
      expect(able).toEqual([]);
    },
  );
});

test('with machines that are not this one, the network or TLS protects the way', async () => {
  for (const wishes of COMBINATIONS) {
    const made = madeSet('redis-8.6', { ...wishes, address: '10.0.0.5', replicaAddress: '10.0.0.6' });
    for (const root of ['redis.conf', 'redis-replica.conf', 'sentinel.conf']) {
      if (made.files.some(({ name }) => name === root)) expect(await complaints(made, root)).toEqual([]);
    }
  }
});

async function read({ files, choices }: MadeSet, root: string) {
  const texts = files.map(({ name, text }) => ({ name, withheld: false, text, marks: [] }));
  const first = texts.filter(({ name }) => name === root);
  return projectOf([...first, ...texts.filter(({ name }) => name !== root)], { target: choices.target.name });
}

/** What the rules say above hints, with what the set's own settings file tells them. */
async function complaints(made: MadeSet, root: string): Promise<readonly string[]> {
  const text = textOfFile(made, '.redis-hardening.json');
  const { configuration, problems } = readConfiguration({ uri: 'file:///x', text, resolve: (path) => path });
  expect(problems).toEqual([]);
  const project = await read(made, root);
  expect(project.refusals).toEqual([]);
  return findingsIn(project, RULES, { circumstances: configuration.circumstances })
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${root}: ${rule}: ${message}`);
}
