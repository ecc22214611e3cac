import { test } from 'vitest';
import rule from '../../server/src/rules/invalid-value.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('words for yes and no in other programs', () =>
  expectFix(
    rule,
    `
      appendonly on
  `,
    `
      appendonly yes
  `,
  ));

test('yes and no are written in any letter case', () =>
  expectFindings(
    rule,
    `
      appendonly YES
      protected-mode No
  `,
  ));

test('the nearest word of a list', () =>
  expectFix(
    rule,
    `
      maxmemory-policy allkeys-lur
  `,
    `
      maxmemory-policy allkeys-lru
  `,
  ));

test('the beginning of a word of a list', () =>
  expectFix(
    rule,
    `
      loglevel warn
  `,
    `
      loglevel warning
  `,
  ));

test('a leading zero or plus goes', () =>
  expectFix(
    rule,
    `
      port 06379
  `,
    `
      port 6379
  `,
  ));

test('a number beyond the limits moves to the nearest of them', () =>
  expectFix(
    rule,
    `
      port 70000
  `,
    `
      port 65535
  `,
  ));

test('the limits themselves are fine', () =>
  expectFindings(
    rule,
    `
      port 65535
      hz 1
      maxclients 1
  `,
  ));

test('a fraction of a size is a whole number of the next smaller unit', () =>
  expectFix(
    rule,
    `
      maxmemory 1.5gb
  `,
    `
      maxmemory 1536mb
  `,
  ));

test('units that servers lack', () =>
  expectFix(
    rule,
    `
      maxmemory 1tb
  `,
    `
      maxmemory 1024gb
  `,
  ));

test('binary units by their formal names', () =>
  expectFix(
    rule,
    `
      maxmemory 512MiB
  `,
    `
      maxmemory 512mb
  `,
  ));

test('sizes in any letter case, and without a unit', () =>
  expectFindings(
    rule,
    `
      maxmemory 2GB
      repl-backlog-size 1048576
      maxmemory-clients 5%
  `,
  ));

test('a percentage is no size', () =>
  expectFindings(
    rule,
    `
      maxmemory 75%
    #           ^^^ maxmemory takes a size such as 512mb or 1gb
  `,
  ));

test('a release takes the words that it knows', () =>
  expectFindings(
    rule,
    `
      cluster-preferred-endpoint-type unknown-endpoint
      sanitize-dump-payload clients
      enable-debug-command maybe
    #                      ^^^^^ enable-debug-command takes one of no, yes, local
  `,
  ));

test('a word that a later release knows', () =>
  expectFindings(
    rule,
    `
      shutdown-on-sigterm save now
      maxmemory-policy allkeys-lrm
    #                  ^^^^^^^^^^^ allkeys-lrm exists from Redis 8.6 on: write one of volatile-lru, volatile-lfu, volatile-random, volatile-ttl, allkeys-lru, allkeys-lfu, allkeys-random, noeviction
  `,
    { target: 'redis-7.0' },
  ));

test('a path where a file name is wanted', () =>
  expectFindings(
    rule,
    `
      dbfilename /var/lib/redis/dump.rdb
    #            ^^^^^^^^^^^^^^^^^^^^^^^ dbfilename takes a filename without slashes and backslashes
  `,
  ));

test('a value that may be a secret is not repeated', () =>
  expectFindings(
    rule,
    `
      replicaof 10.0.0.5 correct-horse
    #                    ^^^^^^^^^^^^^ replicaof takes a port from 0 to 65535
  `,
  ));
