import { test } from 'vitest';
import rule from '../../server/src/rules/unknown-directive.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a name is written in any letter case, and in quotes', () =>
  expectFindings(
    rule,
    `
      MaxMemory 1gb
      "maxmemory" 1gb
  `,
  ));

test('a name of a later release has another one here', () =>
  expectFindings(
    rule,
    `
      hash-max-listpack-value 64
    # ^^^^^^^^^^^^^^^^^^^^^^^ hash-max-listpack-value exists from Redis 7.0 on: write hash-max-ziplist-value
      acl-pubsub-default resetchannels
    # ^^^^^^^^^^^^^^^^^^ acl-pubsub-default exists from Redis 6.2 on: delete the line for Redis 6.0
  `,
    { target: 'redis-6.0' },
  ));

test('a name of the other product has another one here', () =>
  expectFindings(
    rule,
    `
      primaryauth secret
    # ^^^^^^^^^^^ primaryauth exists only in Valkey, from 8.0 on: write masterauth
      unixsocketgroup redis
    # ^^^^^^^^^^^^^^^ unixsocketgroup exists only in Valkey, from 8.0 on: delete the line for Redis 8.6
  `,
  ));

test('a name of an earlier release is gone', () =>
  expectFindings(
    rule,
    `
      gopher-enabled no
    # ^^^^^^^^^^^^^^ gopher-enabled was removed after Redis 6.2: delete the line for Redis 7.0
  `,
    { target: 'redis-7.0' },
  ));

test('a name of a relative is called so', () =>
  expectFindings(
    rule,
    `
      server-threads 4
    # ^^^^^^^^^^^^^^ server-threads is a directive of KeyDB: delete the line for Redis 8.6
      maxheap 1gb
    # ^^^^^^^ maxheap is a directive of Redis for Windows: delete the line for Redis 8.6
  `,
  ));

test('the nearest name is proposed', () =>
  expectFindings(
    rule,
    `
      requirepas secret
    # ^^^^^^^^^^ Redis 8.6 has no directive requirepas: write requirepass
  `,
  ));

test('nothing is proposed where nothing is near', () =>
  expectFindings(
    rule,
    `
      completely-different 1
    # ^^^^^^^^^^^^^^^^^^^^ Redis 8.6 has no directive completely-different: delete the line
  `,
  ));

test('semicolons and slashes begin no comment', () =>
  expectFix(
    rule,
    `
      ;; Memory
      maxmemory 1gb
  `,
    `
      # Memory
      maxmemory 1gb
  `,
  ));

test('slashes become a comment', () =>
  expectFix(
    rule,
    `
      //Memory
  `,
    `
      # Memory
  `,
  ));

test('name and value are separated by a blank', () =>
  expectFix(
    rule,
    `
      maxmemory=1gb
  `,
    `
      maxmemory 1gb
  `,
  ));

test('a colon goes', () =>
  expectFix(
    rule,
    `
      maxmemory: 1gb
  `,
    `
      maxmemory 1gb
  `,
  ));

test('an equals sign behind an unknown name says nothing about the name', () =>
  expectFindings(
    rule,
    `
      memory=1gb
    # ^^^^^^^^^^ Redis 8.6 has no directive of this name: delete the line
  `,
  ));

test('dashes are for command lines', () =>
  expectFix(
    rule,
    `
      --maxmemory 1gb
  `,
    `
      maxmemory 1gb
  `,
  ));

test('there are no sections', () =>
  expectFindings(
    rule,
    `
      [redis]
    # ^^^^^^^ there are no sections here: delete the line
  `,
  ));

test('a value with a secret in it is not repeated', () =>
  expectFindings(
    rule,
    `
      requirepass=correct-horse-battery
    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name and value are separated by a blank: write requirepass without the =
  `,
  ));

test('in the file of a Sentinel the word sentinel was forgotten', () =>
  expectFix(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 2
      down-after-milliseconds
  `,
    `
      -- sentinel.conf --
      sentinel monitor mymaster 10.0.0.5 6379 2
      sentinel down-after-milliseconds
  `,
  ));

test('a module may bring the name with it', () =>
  expectFindings(
    rule,
    `
      loadmodule /usr/lib/redis/modules/search.so
      search-timeout 500
  `,
  ));

test('a name that a NUL byte has begun on the line above cannot be mended here', () =>
  expectFindings(
    rule,
    `
      {\0
      port 6379
    # ^^^^ a NUL byte joins this line to the one above: delete it there
    `,
  ));
