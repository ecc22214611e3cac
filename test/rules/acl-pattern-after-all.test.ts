import { test } from 'vitest';
import rule from '../../server/src/rules/acl-pattern-after-all.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('all keys may be allowed twice', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~* allkeys ~* +@read
  `,
  ));

test('and last', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* ~* +@read
  `,
  ));

test('a permission for all keys is no permission for everything', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass %R~* ~app:* +@read
  `,
  ));

test('channels alike', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* &* &app:* +@read
  `,
    `
      -- users.acl --
      user app on nopass ~app:* &* resetchannels &app:* +@read
  `,
  ));

test('in 6.2 users begin with all channels', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* &app:* +@read
    #                           ^^^^^^ all channels are allowed already: write resetchannels before it, or delete it
  `,
    { target: 'redis-6.2' },
  ));

test('from 7.0 on they begin with none', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* &app:* +@read
  `,
  ));
