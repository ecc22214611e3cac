import { expect, test } from 'vitest';
import rule from '../../server/src/rules/one-password-for-everything.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a line that defines the default user', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
    #      ^^^^^^^ every client has this password and all rights: keep it for applications, and add an administrator
      user old off
  `,
  ));

test('silent where there are other users, fewer rights, or no password', async () => {
  expect(await severitiesOf(rule, 'requirepass secret\nuser app on nopass ~app:* +get\n')).toEqual([]);
  expect(await severitiesOf(rule, 'user default on >secret ~* &* +@all -@dangerous\n')).toEqual([]);
  expect(await severitiesOf(rule, 'port 6379\n')).toEqual([]);
  expect(await severitiesOf(rule, 'user default on ~* &* +@all\n')).toEqual([]);
});

test('silent where a file was not looked at that may hold users', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      include users.conf
      -- users.conf (withheld) --
  `,
  ));

test('where servers log in to each other, or an append-only file is read back, applications get a user of their own', async () => {
  const drawn = 'requirepass 0b30557a9fc4e90e33587da2c7ec1136\n';
  const user =
    'user app on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all -@dangerous -@scripting\n';
  for (const more of ['masterauth 0b30557a9fc4e90e33587da2c7ec1136', 'appendonly yes', 'cluster-enabled yes']) {
    await expectFix(rule, `${drawn}${more}\n`, `${drawn}${user}${more}\n`);
  }
});

test('6.0 knows no channels', () =>
  expectFix(
    rule,
    `
      requirepass secret
  `,
    `
      user default on #2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b ~* +@all -@dangerous -@scripting
      user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* +@all
  `,
    { target: 'redis-6.0' },
  ));

test('information in production, nothing in development', async () => {
  expect(await severitiesOf(rule, 'requirepass secret\n')).toEqual(['info']);
  expect(await severitiesOf(rule, 'requirepass secret\n', { profile: 'development' })).toEqual([]);
});
