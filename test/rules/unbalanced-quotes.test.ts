import { test } from 'vitest';
import rule from '../../server/src/rules/unbalanced-quotes.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('an apostrophe opens a quoted text', () =>
  expectFix(
    rule,
    `
      requirepass don't-tell
  `,
    `
      requirepass "don't-tell"
  `,
  ));

test('a quote that is not closed', () =>
  expectFix(
    rule,
    `
      logfile 'redis.log
  `,
    `
      logfile 'redis.log'
  `,
  ));

test('text behind a closing quote', () =>
  expectFix(
    rule,
    `
      logfile "/var/log/"redis.log
  `,
    `
      logfile /var/log/redis.log
  `,
  ));

test('text behind a closing quote is one value', () =>
  expectFindings(
    rule,
    `
      logfile "/var/log/"redis.log
    #         ^^^^^^^^^^^^ text follows a closing quote: put all of it in one pair of quotes
  `,
  ));

test('which Valkey 9.1 reads', () =>
  expectFindings(
    rule,
    `
      logfile "/var/log/"redis.log
  `,
    { target: 'valkey-9.1' },
  ));

test('quotes in a comment do not matter', () =>
  expectFindings(
    rule,
    `
      # don't
      logfile ""
      proc-title-template "{title} \\"{listen-addr}\\""
  `,
  ));

test('single quotes know one escape', () =>
  expectFindings(
    rule,
    `
      logfile 'it\\'s.log'
  `,
  ));
