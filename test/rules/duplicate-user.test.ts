import { test } from 'vitest';
import rule from '../../server/src/rules/duplicate-user.js';
import { expectFindings } from '../support/fixtures.js';

test('names differ by letter case', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
      user APP on nopass ~app:* +@write
  `,
  ));

test('before 7.0 the later line replaces the earlier', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
      user app on nopass ~app:* +@write
  `,
    { target: 'redis-6.2' },
  ));

test('the default user too is defined once', () =>
  expectFindings(
    rule,
    `
      user default off
      user default on >k3vW9sQ2 ~* +@all
    #      ^^^^^^^ default is defined already: put all its ACL rules on one line
  `,
  ));

test('also across files', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read
      include /etc/redis/more.conf
      -- more.conf --
      user app off
    #      ^^^ app is defined already: put all its ACL rules on one line
  `,
  ));
