import { expect, test } from 'vitest';
import rule from '../../server/src/rules/shared-password.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a password in clear and the digest of it are the same', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user metrics on >secret +info
      user app on #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~app:* +get
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ app has the password of metrics, and whoever knows it is both: give it one of its own
  `,
  ));

test('silent while a password is replaced, and where one was taken away', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on >old >new ~app:* +get
      user web on >old <old >other ~web:* +get
      user job on >new resetpass >third ~job:* +get
  `,
  ));

test('silent about users that are off, and about placeholders', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on >secret ~app:* +get
      user web off >secret ~web:* +get
      user a on >\${PASSWORD} ~a:* +get
      user b on >\${PASSWORD} ~b:* +get
  `,
  ));

test('replicas log in with the password of somebody else', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masteruser replica
      masterauth the-password-of-the-application
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ replicas log in as replica with the password of app: give each a password of its own
      user default off
      user replica on >another-password +psync +replconf +ping
      user app on >the-password-of-the-application ~app:* +get
  `,
  ));

test('silent where replicas log in as the user whose password it is', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      requirepass the-password-of-everyone
      masterauth the-password-of-everyone
      masteruser default
      user app on >another-password ~app:* +get
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser a on >one ~a:* +get\nuser b on >one ~b:* +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});

test('silent about zeros that wait for a digest', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #0000000000000000000000000000000000000000000000000000000000000000 ~app:* +get
      user web on #0000000000000000000000000000000000000000000000000000000000000000 ~web:* +get
  `,
  ));
