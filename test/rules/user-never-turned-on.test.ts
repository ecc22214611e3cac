import { test } from 'vitest';
import rule from '../../server/src/rules/user-never-turned-on.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('off is an answer', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app off >k3vW9sQ2x7 ~app:* +@read
  `,
  ));

test('a name alone may be a reservation', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app
  `,
  ));

test('on stands anywhere', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app ~app:* +@read >k3vW9sQ2x7 ON
  `,
  ));

test('the default user of a file begins turned off too', () =>
  expectFindings(
    rule,
    `
      user default >k3vW9sQ2x7 ~* +@all
    #      ^^^^^^^ default is never turned on, so that nobody can log in: write on, or off if that is meant
  `,
  ));

test('the built-in default user is on', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW9sQ2x7
  `,
  ));

test('to leave it off can be written down', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app >k3vW9sQ2x7 ~app:* +@read
  `,
    `
      -- users.acl --
      user app off >k3vW9sQ2x7 ~app:* +@read
  `,
    { title: 'Insert off' },
  ));
