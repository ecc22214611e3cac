import { test } from 'vitest';
import rule from '../../server/src/rules/trailing-comment.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a value that begins with a hash sign is a value', () =>
  expectFindings(
    rule,
    `
      requirepass #k3vW9sQ2x7
      dbfilename dump#1.rdb
      logfile "# not a comment"
  `,
  ));

test('a comment that would leave a directive without its argument is too many arguments', () =>
  expectFindings(
    rule,
    `
      requirepass # none yet
  `,
  ));

test('the hash of a password in a user line is no comment', () =>
  expectFindings(
    rule,
    `
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
  `,
  ));

test('a user line ends where its comment begins', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read # the shop, see #42
    #                                  ^^^^^^^^^^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
  `,
  ));

test('before 7.0 every word of the comment is refused, and it is still one comment', () =>
  expectFindings(
    rule,
    `
      user app on nopass ~app:* +@read # the shop
    #                                  ^^^^^^^^^^ comments stand on lines of their own: Redis 6.2 takes this one for values
  `,
    { target: 'redis-6.2' },
  ));

test('bind takes the comment for addresses', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 # this machine
    #                ^^^^^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
  `,
  ));

test('a list of any length refuses the comment as values', () =>
  expectFindings(
    rule,
    `
      save 900 1 # often enough
    #            ^^^^^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
      client-output-buffer-limit normal 0 0 0 # no limit
    #                                         ^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
  `,
  ));

test('a sentinel line has as many arguments as it has', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 2 # two of three
    #                                           ^^^^^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
  `,
  ));

test('a comment behind an unknown directive is the smaller problem', () =>
  expectFindings(
    rule,
    `
      maxmemroy 1gb # half
  `,
  ));

test('the comment goes above the line, indented like it', () =>
  expectFix(
    rule,
    `
      # Memory
        maxmemory 1gb   # half
  `,
    `
      # Memory
        # half
        maxmemory 1gb
  `,
  ));
