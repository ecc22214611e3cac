import { expect, test } from 'vitest';
import rule from '../../server/src/rules/user-may-redirect-replication.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('several commands are named at once, at the word that grants the first', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -acl -config
    #                           ^^^^^ app may replace all data by those of another server with REPLICAOF, SLAVEOF and FAILOVER: deny it
  `,
  ));

test('cluster commands count in a cluster, and REPLICAOF does not', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      cluster-enabled yes
      user default off
      user app on nopass ~app:* +get +replicaof
      user web on nopass ~web:* +get +cluster|meet
    #                                ^^^^^^^^^^^^^ web may change the cluster with CLUSTER MEET: deny it
  `,
  ));

test('silent about the user of Sentinel, which fails over by SLAVEOF', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user sentinel on nopass resetchannels &__sentinel__:hello -@all +multi +slaveof +ping +exec +subscribe +config|rewrite +role +publish +info +client|setname +client|kill +script|kill
  `,
  ));

test('silent about administrators, provisioners, and users that are denied everything dangerous', async () => {
  const drawn = `
    -- users.acl --
    user default off
    user admin on nopass +replicaof
    user app on nopass ~app:* +@all -@dangerous
    user operator on nopass +replicaof
  `;
  expect(await severitiesOf(rule, drawn, { circumstances: { provisioners: ['operator'] } })).toEqual([]);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['warning']);
});
