import { test } from 'vitest';
import rule from '../../server/src/rules/malformed-password-hash.js';
import { expectFindings } from '../support/fixtures.js';

test('a hash that lacks its end', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928 ~app:* +@read
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a SHA-256 has 64 digits, not 60: copy all of it
  `,
  ));

test('a password in clear behind a hash sign is not repeated', () =>
  expectFindings(
    rule,
    `
      user app on "#correct-horse" ~app:* +@read
    #             ^^^^^^^^^^^^^^^^ no SHA-256 of a password: write 64 hexadecimal digits, or > before a password in clear
  `,
  ));

test('a hash to be removed has the same form', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 !9DCA666EB54730714630D1519264A7BF1EEAAD00B8F2EDC90D3ECBFAD928D163 ~app:* +@read
    #                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a hash has 64 digits and lower-case letters a to f: write it in lower case
  `,
  ));

test('64 lower-case digits are one', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));
