import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isIn } from '../../server/src/catalog/availability.js';
import { TARGETS, type TargetName } from '../../server/src/catalog/target.js';
import { STRANGER, threatsOf } from '../../server/src/model/abilities.js';
import { RULES } from '../../server/src/rules/registry.js';
import { findingsIn, project } from '../support/fixtures.js';
import { snippetFor } from '../support/hardened-files.js';
import { expand, SNIPPETS, type Snippet } from '../support/snippets.js';

const APPLICATIONS = [
  'Application user: cache',
  'Application user: session store',
  'Application user: queue producer',
  'Application user: queue consumer',
  'Read-only user: analytics',
  'Service user: metrics exporter',
  'Service user: health check',
];

/** In place of the user for replication, where the release has a way of its own to hand over slots. */
const CLUSTER_USER = 'Service user: cluster node';

describe.each(TARGETS)('%s', (target) => {
  const offered = SNIPPETS.filter(
    ({ availability, file }) => file.startsWith('redis-') && isIn(availability ?? '', target),
  );
  const users = drawn('users.acl', snippetFor(target, 'Hardened users'));
  const baseline = drawn('redis.conf', snippetFor(target, 'Hardened baseline'));

  test('the baseline with its users is complained about by no rule', async () => {
    expect(await complaints(target, baseline + users)).toEqual([]);
  });

  test.each(offered.filter(isBlock))(
    'nor is it when followed by $name, but for the lines that this replaces',
    async (block) => {
      const secret = `-- /run/secrets/redis-replication.conf --\nmasterauth ${randomUUID()}\n`;
      const node = block.name === 'Role: cluster node' ? offered.find(({ name }) => name === CLUSTER_USER) : undefined;
      const present = node === undefined ? users : users.replace(/^user replica .*$/m, () => expand(node.body));
      const said = await complaints(target, `${baseline}${expand(block.body)}\n${secret}${present}`);
      expect(said.filter((finding) => !/^overridden-line: |^rename-/.test(finding))).toEqual([]);
    },
  );

  test('command lockdown in a small file is complained about by no rule', async () => {
    const file = `-- redis.conf --\nbind 127.0.0.1\nmaxmemory 1gb\n${text(target, 'Command lockdown, shared password')}`;
    expect(await complaints(target, file)).toEqual([]);
  });

  test.each(offered.filter(isSingleUser))('neither is $name', async (user) => {
    const file = `-- users.acl --\n${text(target, 'Default user off, without any rights')}${expand(user.body)}\n`;
    expect(await complaints(target, file)).toEqual([]);
  });

  test('neither is a Sentinel', async () => {
    expect(await complaints(target, drawn('sentinel.conf', snippetFor(target, 'Hardened Sentinel')))).toEqual([]);
  });

  test('no stranger and no application can do harm', async () => {
    const lines = ['Default user off, without any rights', 'Administrator', ...APPLICATIONS];
    const file = `-- users.acl --\n${lines.map((name) => text(target, name)).join('')}`;
    const harmless = threatsOf(await project(file, { target })).filter(({ name }) => name !== 'ops-admin');
    expect(harmless.map(({ name }) => name)).toContain(STRANGER);
    expect(harmless).toHaveLength(2 + APPLICATIONS.length);
    const able = harmless.flatMap(({ name, abilities }) =>
      Object.entries(abilities).flatMap(([harm, { can, by }]) => (can ? [`${name}: ${harm} by ${by}`] : [])),
    );
    expect(able).toEqual([]);
  });
});

function text(target: TargetName, name: string): string {
  return `${expand(snippetFor(target, name).body)}\n`;
}

function drawn(file: string, { body }: Snippet): string {
  return `-- ${file} --\n${expand(body)}\n`;
}

function isBlock({ file, name }: Snippet): boolean {
  return file === 'redis-conf' && !/^(?:Hardened baseline|Command lockdown)/.test(name);
}

function isSingleUser({ file, name }: Snippet): boolean {
  return file === 'redis-acl' && !/^(?:Default user|Hardened users)/.test(name);
}

/** What the rules say of the files, above hints. */
async function complaints(target: TargetName, files: string): Promise<readonly string[]> {
  return findingsIn(await project(files, { target }), RULES, {})
    .filter(({ severity }) => severity !== 'hint')
    .map(({ rule, message }) => `${rule}: ${message}`);
}
