import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { TARGETS, type TargetName, target } from '../../server/src/catalog/target.js';
import { type Ability, type Principal, STRANGER, threatsOf } from '../../server/src/model/abilities.js';
import { HARMS, type Harm } from '../../server/src/model/harms.js';
import { project } from '../support/fixtures.js';
import { endangeredServers } from '../support/generate/threats.js';

async function principals(drawn: string, name: TargetName = 'redis-7.2'): Promise<ReadonlyMap<string, Principal>> {
  const threats = threatsOf(await project(drawn, { target: name }));
  return new Map(threats.map((principal) => [principal.name, principal]));
}

async function ability(drawn: string, who: string, harm: Harm, name?: TargetName): Promise<Ability | undefined> {
  return (await principals(drawn, name)).get(who)?.abilities[harm];
}

function harmsOf(principal: Principal | undefined): readonly Harm[] {
  return HARMS.filter((harm) => principal?.abilities[harm].can);
}

test('without a line a stranger can do what the server itself does not refuse', async () => {
  const stranger = (await principals('port 6379')).get(STRANGER);
  const refused = ['write-server-files', 'load-module'];
  expect(harmsOf(stranger)).toEqual(HARMS.filter((harm) => !refused.includes(harm)));
});

test('before 7.0 the server refuses nothing', async () => {
  expect(harmsOf((await principals('port 6379', 'redis-6.2')).get(STRANGER))).toEqual(HARMS);
});

test('protected mode leaves strangers of the same machine', async () => {
  expect((await principals('port 6379')).get(STRANGER)?.reach).toBe('loopback');
  expect((await principals('protected-mode no')).get(STRANGER)?.reach).toBe('all');
  expect((await principals('bind 0.0.0.0', 'redis-6.2')).get(STRANGER)?.reach).toBe('all');
});

test('with a password a stranger can do nothing', async () => {
  const stranger = (await principals('requirepass correct-horse')).get(STRANGER);
  expect(harmsOf(stranger)).toEqual([]);
  expect(stranger?.abilities['run-lua'].because[0]?.message).toBe(
    'the default user has a password, so that every client has to log in',
  );
});

test('an ACL file without the default user opens the server again', async () => {
  const drawn = `
    -- redis.conf --
    requirepass correct-horse
    aclfile users.acl
    -- users.acl --
    user app on >secret ~app:* +@read
  `;
  expect((await principals(drawn)).get(STRANGER)?.abilities['delete-all-data'].can).toBe(true);
});

test('a user that nobody can log in as can do nothing, from nowhere', async () => {
  const users = await principals('user off-duty >x +@all ~*\nuser nobody on +@all ~*');
  expect([...users.values()].slice(2).map((principal) => [principal.reach, harmsOf(principal)])).toEqual([
    ['none', []],
    ['none', []],
  ]);
});

test('the commands that do it are named, the one that finds the keys first', async () => {
  expect((await ability('user app on >x ~* +scan +get', 'app', 'read-all-data'))?.by).toBe('SCAN, GET');
  expect((await ability('user app on >x ~* +get', 'app', 'read-all-data'))?.by).toBe('GET');
  expect((await ability('user app on >x +flushdb', 'app', 'delete-all-data'))?.by).toBe('FLUSHDB');
});

test('the ACL rules that allow it are named, and where they stand', async () => {
  const because = (await ability('user app on >x ~* +@read +flushall', 'app', 'delete-all-data'))?.because;
  expect(because).toMatchObject([{ message: '+flushall allows it', at: { line: 0 } }]);
});

test('-@dangerous leaves Lua, and with it a way to freeze the server', async () => {
  const app = (await principals('user app on >x ~app:* +@all -@dangerous')).get('app');
  expect(harmsOf(app)).toEqual(['run-lua', 'freeze-server']);
});

test('settings open what ACL rules allow', async () => {
  const app = 'user app on >x ~* +@all';
  expect((await ability(app, 'app', 'load-module'))?.can).toBe(false);
  const opened = await ability(`enable-module-command local\n${app}`, 'app', 'load-module');
  expect(opened).toMatchObject({ can: true, by: 'MODULE LOAD, MODULE LOADEX' });
  expect(opened?.because.map(({ message }) => message)).toContain(
    "enable-module-command local allows it from the server's own machine",
  );
});

test('a command that was renamed away is out of reach', async () => {
  const app = 'user app on >x ~* +@all';
  expect((await ability(`rename-command FLUSHALL ""\n${app}`, 'app', 'delete-all-data'))?.by).toBe('FLUSHDB');
});

test('a replica takes no writes, unless it can be told to', async () => {
  const replica = 'replicaof 10.0.0.1 6379';
  expect((await ability(`${replica}\nuser app on >x ~* +set`, 'app', 'write-any-key'))?.can).toBe(false);
  expect((await ability(`${replica}\nuser app on >x ~* +set +replicaof`, 'app', 'write-any-key'))?.can).toBe(true);
});

test('the change that would end an ability is one that does', async () => {
  for (const name of TARGETS) {
    const configs = fc.sample(endangeredServers(catalogFor(target(name))), { seed: 7, numRuns: 5 });
    for (const config of configs) await expectCutsToCut(config, name);
  }
});

async function expectCutsToCut(config: string, name: TargetName): Promise<void> {
  for (const { user, abilities } of (await principals(config, name)).values()) {
    for (const harm of HARMS) {
      const rules = abilities[harm].cut?.rules ?? [];
      if (user?.definedAt === undefined || rules.length === 0) continue;
      const mended = config
        .split('\n')
        .map((line) => (line.startsWith(`user ${user.name} `) ? `${line} ${rules.join(' ')}` : line));
      const after = await ability(mended.join('\n'), user.name, harm, name);
      expect({ config, user: user.name, harm, can: after?.can }).toEqual({ config, user: user.name, harm, can: false });
    }
  }
}
