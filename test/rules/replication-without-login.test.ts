import { expect, test } from 'vitest';
import rule from '../../server/src/rules/replication-without-login.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('standalone servers log in nowhere', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('the default user may be logged in as', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
      masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('a replica that would be refused after a failover', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
    # ^^^^^^^^^ this server wants a password and will send none to its primary: set masterauth
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));

test('a user that is not there', () =>
  expectFindings(
    rule,
    `
      replicaof 127.0.0.1 6380
      masteruser replica
    # ^^^^^^^^^^ no user replica is defined here, so that after a failover no replica can log in: define it
      masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      user default off
  `,
  ));

test('a Sentinel beside makes a replica of every server sooner or later', async () => {
  const sentinel = '-- sentinel.conf --\nsentinel monitor m 127.0.0.1 6379 2\n';
  expect(
    await severitiesOf(
      rule,
      `-- redis.conf --\nrequirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\n${sentinel}`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `-- redis.conf --\nrequirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\n${sentinel}-- redis-other.conf --\nport 6379\n`,
    ),
  ).toEqual([]);
  expect(
    await severitiesOf(
      rule,
      `-- redis.conf --\nport 7000\nrequirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\n${sentinel}`,
    ),
  ).toEqual([]);
  expect(
    await severitiesOf(
      rule,
      '-- redis.conf --\nrequirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\n',
    ),
  ).toEqual([]);
});

test('a password that an ACL file cancels is wanted of nobody', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      replicaof 10.0.0.1 6379
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      aclfile /etc/redis/users.acl
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
  `,
  ));
