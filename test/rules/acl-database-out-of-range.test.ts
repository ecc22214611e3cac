import { test } from 'vitest';
import rule from '../../server/src/rules/acl-database-out-of-range.js';
import { expectFindings } from '../support/fixtures.js';

test('the number is not compared with how many there are', () =>
  expectFindings(
    rule,
    `
      databases 1
      user app on nopass ~app:* +@read db=0,4000
  `,
    { target: 'valkey-9.1' },
  ));

test('the highest number', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read db=2147483647
  `,
    { target: 'valkey-9.1' },
  ));

test('one more', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read db=2147483648
    #                                  ^^^^^^^^^^^^^ databases have numbers from 0 on: write db=0, or alldbs
  `,
    { target: 'valkey-9.1' },
  ));

test('blanks before a number count for nothing, as with strtol', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read "db= 1,\\t2"
  `,
    { target: 'valkey-9.1' },
  ));
