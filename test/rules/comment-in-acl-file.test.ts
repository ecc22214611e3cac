import { test } from 'vitest';
import rule from '../../server/src/rules/comment-in-acl-file.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('where nothing names the ACL file its comments can only be deleted', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      # the application
      user app on nopass ~app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('a comment behind the ACL rules of a user moves too', () =>
  expectFix(
    rule,
    `
      -- redis.conf --
      aclfile /etc/redis/users.acl
      -- users.acl --
      user app on nopass ~app:* +@read # the application
  `,
    `
      -- redis.conf --
      # the application
      aclfile /etc/redis/users.acl
      -- users.acl --
      user app on nopass ~app:* +@read
  `,
  ));

test('a comment is one finding, however many words it has', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read # the application of the shop
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ACL files know no comments: delete it
  `,
    { target: 'redis-6.2' },
  ));

test('every comment of a file is told where it stands', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      aclfile /etc/redis/users.acl
      -- users.acl --
      # the application
    # ^^^^^^^^^^^^^^^^^ ACL files know no comments: keep it above the aclfile line of redis.conf
      user app on nopass ~app:* +@read
      # the exporter
    # ^^^^^^^^^^^^^^ ACL files know no comments: keep it above the aclfile line of redis.conf
      user exporter on nopass +info
  `,
  ));

test('slashes begin no comment either', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      // the application
  `,
  ));

test('the hash of a password is none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('a name may begin with a hash sign', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user #app on nopass ~app:* +@read
  `,
  ));

test('an error in the line of such a user is no comment', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user #app on nopas ~app:* +@read
    `,
  ));
