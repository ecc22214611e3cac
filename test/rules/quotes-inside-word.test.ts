import { test } from 'vitest';
import rule from '../../server/src/rules/quotes-inside-word.js';
import { expectFindings } from '../support/fixtures.js';

test('quotes around the whole word', () =>
  expectFindings(
    rule,
    `
      dbfilename "dump.rdb"
      logfile ''
      proc-title-template '{title}'
      logfile "/var/log/\\"redis\\".log"
  `,
  ));

test('a quoted value of an ACL rule', () =>
  expectFindings(
    rule,
    `
      user app on >"two words" ~app:* +@read
  `,
  ));

test('a quote in the middle of a password vanishes', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW"9sQ2"
    #             ^^^^^^^^^^ quotes are no part of a word: put all of it in quotes
  `,
  ));
