import { test } from 'vitest';
import rule from '../../server/src/rules/nul-byte.js';
import { expectFindings } from '../support/fixtures.js';

test('written as an escape it is data', () =>
  expectFindings(
    rule,
    `
      requirepass "a\\x00b"
  `,
  ));

test('a comment swallows the line below it', () =>
  expectFindings(
    rule,
    `
      # port\0
    #       ^ a NUL byte joins the next line to this one: delete it
      port 6379
  `,
  ));
