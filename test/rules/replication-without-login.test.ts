import { test } from 'vitest';
import rule from '../../server/src/rules/replication-without-login.js';
import { expectFindings } from '../support/fixtures.js';

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
