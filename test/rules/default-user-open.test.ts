import { expect, test } from 'vitest';
import rule from '../../server/src/rules/default-user-open.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a file without users and without a password is open', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
    # ^^^^ no requirepass and no line for the default user, so whoever connects may run every command without a password
      protected-mode no
  `,
  ));

test('behind loopback it is for the programs of the machine', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 -::1
    # ^^^^ no requirepass and no line for the default user, so every program of this machine may run every command without a password
      protected-mode yes
  `,
  ));

test('requirepass closes it while no users are defined elsewhere', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('requirepass closes it beside user lines too', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('an ACL file cancels requirepass', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    # ^^^^^^^^^^^ this password has no effect: users.acl has no line for the default user, so whoever connects may run every command without a password, and only protected mode keeps other machines out
      aclfile users.acl
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('user lines do not close it', () =>
  expectFindings(
    rule,
    `
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    # ^^^^ there are users, but no line for the default one, so whoever connects may run every command without a password, and only protected mode keeps other machines out
  `,
  ));

test('an emptied password is none', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      requirepass ""
    # ^^^^^^^^^^^ an empty password is none: whoever connects may run every command without a password, and only protected mode keeps other machines out
  `,
  ));

test('a password after nopass ends it', () =>
  expectFindings(
    rule,
    `
      user default on nopass >2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5 ~* +@all
  `,
  ));

test('nopass after a password brings it back', () =>
  expectFindings(
    rule,
    `
      user default on >2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5 nopass ~* +@all
    #                                                   ^^^^^^ the default user needs no password: whoever connects may run every command without a password, and only protected mode keeps other machines out
  `,
  ));

test('a default user for health checks is harmless', () =>
  expectFindings(
    rule,
    `
      user default on nopass -@all +ping
  `,
  ));

test('an ACL file that may not be looked at may close it', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      aclfile /run/secrets/users.acl
      -- /run/secrets/users.acl (withheld) --
      user default off
  `,
  ));

test('with an append-only file the default user keeps the rights that replaying it needs', () =>
  expectFix(
    rule,
    `
      -- redis.conf --
      appendonly yes
      aclfile users.acl
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
    `
      -- redis.conf --
      appendonly yes
      aclfile users.acl
      -- users.acl --
      user default off resetpass ~* &* +@all
      user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('nobody is locked out: where another user may change users, no administrator is made', () =>
  expectFix(
    rule,
    `
      -- redis.conf --
      user ops on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
  `,
    `
      -- redis.conf --
      user default off
      user ops on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
  `,
  ));

test('a replica sends its new password to the primary too, which it may follow one day', () =>
  expectFix(
    rule,
    `
      replicaof 10.0.0.5 6379
  `,
    `
      replicaof 10.0.0.5 6379
      requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
  `,
  ));

test('where protected mode or loopback keep strangers out it is a warning', async () => {
  expect(await severitiesOf(rule, 'bind 10.0.0.5\nprotected-mode no\n')).toEqual(['error']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n')).toEqual(['warning']);
  expect(await severitiesOf(rule, 'bind 127.0.0.1\nprotected-mode no\n')).toEqual(['warning']);
});

test('Redis 6.2 forgets protected mode as soon as there is a bind line', async () => {
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n', { target: 'redis-6.2' })).toEqual(['error']);
});

test('a file that was not looked at may hold the password', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      bind 0.0.0.0
      protected-mode no
      include /run/secrets/redis.conf
      -- /run/secrets/redis.conf (withheld) --
  `,
  ));

test('a socket that only its owner and group may use', async () => {
  const drawn = (mode: string): string => `port 0\nunixsocket /run/redis/s\nunixsocketperm ${mode}\n`;
  expect(await severitiesOf(rule, drawn('770'))).toEqual([]);
  expect(await severitiesOf(rule, drawn('777'))).toEqual(['warning']);
});

test('what tests and workplaces listen with on their own machine', async () => {
  const at = (path: string, bind: string): string => `-- ${path}/redis.conf --\nbind ${bind}\n`;
  expect(await severitiesOf(rule, at('/app/.devcontainer', '127.0.0.1'))).toEqual([]);
  expect(await severitiesOf(rule, at('/app/test/fixtures', '127.0.0.1'))).toEqual([]);
  expect(await severitiesOf(rule, at('/app/test/fixtures', '10.0.0.5'))).not.toEqual([]);
  expect(await severitiesOf(rule, at('/app/latest', '127.0.0.1'))).toEqual(['warning']);
});

test('the official images are built with protected mode off', async () => {
  const image = { circumstances: { flavour: 'official-image' } } as const;
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n')).toEqual(['warning']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n', image)).toEqual(['error']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\nprotected-mode yes\n', image)).toEqual(['warning']);
});
