import { describe, expect, test } from 'vitest';
import rule from '../../server/src/rules/weak-password.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

const LONG = '0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186';

describe('passwords that are no protection', () => {
  test.for([
    'foobared',
    'Password123',
    'changeme',
    '<password>',
    'your-strong-password-here',
    'YOUR_STRONG_REDIS_PASSWORD',
    'replace-default-auth',
    'redis',
  ])('%s', async (password) => {
    expect(await severitiesOf(rule, `requirepass ${password}\n`)).toEqual(['error']);
  });
});

describe('passwords that are', () => {
  test.for([LONG, 'correct horse battery staple and more', 'Kw7-pY2_qL9!zR4%vT6x', 'password-store-9f8a7d6c5b4e3f2a'])(
    '%s',
    async (password) => {
      expect(await severitiesOf(rule, `requirepass "${password}"\n`)).toEqual([]);
    },
  );
});

test('a short one is a warning', async () => {
  expect(await severitiesOf(rule, 'requirepass xK3vQ9tZ2m\n')).toEqual(['warning']);
});

test('a variable is for another rule', () =>
  expectFindings(
    rule,
    `
      requirepass $REDIS_PASSWORD
      masterauth \${MASTER}
  `,
  ));

test('the password for a primary is judged, and changed there first', () =>
  expectFindings(
    rule,
    `
      masterauth foobared
    #            ^^^^^^^^ this password is among the first that everyone tries: use a long random one
  `,
  ));

test("a user's own name, forwards and backwards", () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user reports on >reports ~* +@read
    #                 ^^^^^^^^ this password is made of the user's own name: use a long random one
      user orders on >sredro ~* +@read
    #                ^^^^^^^ this password is made of the user's own name: use a long random one
  `,
  ));

test('an empty password is one, and logs in', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on > ~* +@read
    #             ^ this password is empty, and logs everyone in who sends an empty one: use a long random one
  `,
  ));

test('a digest does not hide a famous password', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 ~* +@read
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is the digest of a password that everyone tries: use a long random one
  `,
  ));

test('an ACL file is given the digest, never the clear text', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on >redis ~* +@read
  `,
    `
      -- users.acl --
      user app on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* +@read
  `,
  ));

test('samples belong into templates, other weak passwords do not', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      include redis.conf.example
      -- redis.conf.example --
      requirepass your-strong-password-here
      masterauth foobared
    #            ^^^^^^^^ this password is among the first that everyone tries: use a long random one
  `,
  ));

test('what Sentinels log in with, to servers and to each other', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor cache 10.0.1.5 6379 2
      sentinel auth-pass cache foobared
    #                          ^^^^^^^^ this password is among the first that everyone tries: use a long random one
      sentinel sentinel-pass redis
    #                        ^^^^^ this password is among the first that everyone tries: use a long random one
  `,
  ));
