import { test } from 'vitest';
import rule from '../../server/src/rules/replaced-user.js';
import { expectFindings } from '../support/fixtures.js';

test('from 7.0 on the server refuses the file', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read
      user app on nopass ~app:* +@write
  `,
  ));

test('lines of a configuration file', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read
    #      ^^^ no effect: app is defined again further on, and that line alone counts
      user app on nopass ~app:* +@write
  `,
    { target: 'redis-6.2' },
  ));

test('names differ by letter case', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read
      user APP on nopass ~app:* +@write
  `,
    { target: 'redis-6.2' },
  ));
