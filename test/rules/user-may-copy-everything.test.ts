import { expect, test } from 'vitest';
import rule from '../../server/src/rules/user-may-copy-everything.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('PSYNC needs no key', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +psync
    #                                ^^^^^^ app may copy the whole dataset with PSYNC, whatever its key patterns say: deny it
  `,
  ));

test('digests of passwords are a warning', async () => {
  expect(await severitiesOf(rule, '-- users.acl --\nuser default off\nuser app on nopass +acl|list\n')).toEqual([
    'warning',
  ]);
});

test('silent about the user that replicas log in with, by its name or by masteruser', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masteruser follower
      user default off
      user replica on nopass +psync +replconf +ping
      user follower on nopass +psync +replconf +ping
  `,
  ));

test('silent about administrators, and about users that are denied everything dangerous', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user admin on nopass +monitor
      user app on nopass ~app:* +@all -@dangerous
      user who on nopass +acl|whoami
  `,
  ));

test('silent about a default user who is open to everyone, of whom another rule speaks', () =>
  expectFindings(rule, 'port 6379\n'));

test('6.x deny the whole command', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +acl +get
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get
  `,
    { target: 'redis-6.2' },
  ));

test('the slow log and other clients are less than everything', async () => {
  const user = (rights: string, name = 'app'): string =>
    `-- users.acl --\nuser default off\nuser admin on >0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186 ~* &* +@all\nuser ${name} on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get ${rights}\n`;
  expect(await severitiesOf(rule, user('+slowlog|get'))).toEqual(['warning']);
  expect(await severitiesOf(rule, user('+client|list'))).toEqual(['hint']);
  expect(await severitiesOf(rule, user('+migrate'))).toEqual(['warning']);
  expect(await severitiesOf(rule, user('+slowlog|len +client|setname'))).toEqual([]);
  expect(await severitiesOf(rule, user('+slowlog|get +client|list', 'exporter'))).toEqual([]);
});

test('nothing is said of key patterns where there are none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user tail on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +get +monitor
    #                                                                                        ^^^^^^^^ tail may watch the keys and values of all clients with MONITOR: deny it
  `,
  ));
