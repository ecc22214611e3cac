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
