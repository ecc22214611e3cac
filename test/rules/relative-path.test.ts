import { test } from 'vitest';
import rule from '../../server/src/rules/relative-path.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('an absolute directory before it says where', () =>
  expectFindings(
    rule,
    `
      dir /etc/redis
      include tls.conf
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('one behind it comes too late', () =>
  expectFindings(
    rule,
    `
      include tls.conf
    #         ^^^^^^^^ looked up where the server is started, not beside this file: write an absolute path
      dir /var/lib/redis
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));

test('but in time for the ACL file', () =>
  expectFindings(
    rule,
    `
      aclfile users.acl
      dir /etc/redis
      -- users.acl --
      user default off
  `,
  ));

test('an ACL file beside the configuration file', () =>
  expectFix(
    rule,
    `
      aclfile ./users.acl
      -- users.acl --
      user default off
  `,
    `
      aclfile /etc/redis/users.acl
      -- users.acl --
      user default off
  `,
  ));
