import { expect, test } from 'vitest';
import rule from '../../server/src/rules/user-may-make-itself-superuser.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('one subcommand is enough', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +set +acl|setuser
    #                                     ^^^^^^^^^^^^ app may give itself every right with ACL SETUSER: deny it
  `,
  ));

test('a word that grants nothing else is deleted', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +get +acl|setuser +config|set +set
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get +set
  `,
  ));

test('what a container grants is denied, since the rest of it may be needed', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +get +config
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get +config -config|set
  `,
  ));

test('6.x know no subcommands to deny, and grant them by their first argument', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@scripting -config
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@all -@scripting -config -acl -module
  `,
    { target: 'redis-6.2', title: 'Take these commands from app, and nothing else' },
  ));

test('a first argument of 6.x counts as the subcommand that it is', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +acl|setuser
    #                                ^^^^^^^^^^^^ app may give itself every right with ACL SETUSER: deny it
      user web on nopass ~web:* +get +acl|whoami +config|get
  `,
    { target: 'redis-6.0' },
  ));

test('a selector grants as much as any other ACL rule', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get (+acl ~x:*)
    #                                 ^^^^ app may give itself every right with ACL SETUSER and delete other users with ACL DELUSER: deny it
  `,
  ));

test('silent about what only reads settings and users', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +config|get +acl|whoami +acl|cat +acl|genpass +config|rewrite
  `,
  ));

test('silent about administrators, and about users that are off', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user ops on nopass ~* +@all
      user old off nopass ~app:* +@all
  `,
  ));

test('modules can only be loaded where the configuration allows it', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      enable-module-command yes
      user default off
      user app on nopass ~app:* +get +module|load
    #                                ^^^^^^^^^^^^ app may load native code with MODULE LOAD: deny it
  `,
  ));

test('silent about modules where it does not, and where the command is renamed', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      rename-command ACL ""
      user default off
      user app on nopass ~app:* +get +module|load +acl|setuser
  `,
  ));

test('who creates users for others is told, and no more', async () => {
  const drawn = `
    -- users.acl --
    user default off
    user vault on nopass +acl
  `;
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { circumstances: { provisioners: ['vault'] } })).toEqual(['info']);
  expect(await severitiesOf(rule, drawn, { circumstances: { administrators: ['vault'] } })).toEqual([]);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['warning']);
});
