import { test } from 'vitest';
import rule from '../../server/src/rules/unread-file.js';
import { expectFindings } from '../support/fixtures.js';

test('an ACL file', () =>
  expectFindings(
    rule,
    `
      aclfile /run/secrets/users.acl
    #         ^^^^^^^^^^^^^^^^^^^^^^ not looked at (outside the workspace): what it sets is unknown here
      -- /run/secrets/users.acl (withheld) --
  `,
  ));

test('certificates are never looked at', () =>
  expectFindings(
    rule,
    `
      tls-cert-file /run/secrets/redis.crt
  `,
  ));
