import { test } from 'vitest';
import rule from '../../server/src/rules/missing-acl-file.js';
import { expectFindings } from '../support/fixtures.js';

test('an empty file is a file', () =>
  expectFindings(
    rule,
    `
      aclfile /etc/redis/users.acl
      -- users.acl --
  `,
  ));

test('a file that was not looked at may be there', () =>
  expectFindings(
    rule,
    `
      aclfile /run/secrets/users.acl
      -- /run/secrets/users.acl (withheld) --
  `,
  ));

test('a relative path is looked up in the last dir', () =>
  expectFindings(
    rule,
    `
      aclfile users.acl
    #         ^^^^^^^^^ no such file in the last dir or the working directory: write an absolute path
      dir /var/lib/redis
      -- users.acl --
  `,
  ));

test('the last of two lines counts', () =>
  expectFindings(
    rule,
    `
      aclfile /nowhere/users.acl
      aclfile /etc/redis/users.acl
      -- users.acl --
  `,
  ));
