import { test } from 'vitest';
import rule from '../../server/src/rules/wrong-argument-count.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a value with blanks belongs in quotes', () =>
  expectFix(
    rule,
    `
      dir /var/lib/my redis
  `,
    `
      dir "/var/lib/my redis"
  `,
  ));

test('a passphrase is put in quotes and not repeated', () =>
  expectFindings(
    rule,
    `
      requirepass correct horse battery
    #             ^^^^^^^^^^^^^^^^^^^^^ requirepass takes 1 argument, not 3: put a value with blanks in quotes
  `,
  ));

test('an equals sign between blanks goes', () =>
  expectFix(
    rule,
    `
      maxmemory = 1gb
  `,
    `
      maxmemory 1gb
  `,
  ));

test('a number and its unit are one word', () =>
  expectFix(
    rule,
    `
      maxmemory 512 MB
  `,
    `
      maxmemory 512MB
  `,
  ));

test('what is too much is deleted', () =>
  expectFix(
    rule,
    `
      appendonly yes please
  `,
    `
      appendonly yes
  `,
  ));

test('a directive without its argument has no repair', () =>
  expectFindings(
    rule,
    `
      maxmemory
    # ^^^^^^^^^ maxmemory takes 1 argument, not none
  `,
  ));

test('include takes one file', () =>
  expectFix(
    rule,
    `
      include a.conf b.conf
  `,
    `
      include a.conf
      include b.conf
  `,
  ));

test('rename-command needs a new name, or none in quotes', () =>
  expectFix(
    rule,
    `
      rename-command FLUSHALL
  `,
    `
      rename-command FLUSHALL ""
  `,
  ));

test('lists take any number', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 ::1
      save 900 1 300 10
      latency-tracking-info-percentiles 50 99 99.9
  `,
  ));

test('several values in one quoted word are several arguments from 7.0 on', () =>
  expectFindings(
    rule,
    `
      oom-score-adj-values "0 200 800"
  `,
  ));

test('and one before', () =>
  expectFindings(
    rule,
    `
      oom-score-adj-values "0 200 800"
    #                      ^^^^^^^^^^^ oom-score-adj-values takes 3 arguments, not 1: take the quotes away
  `,
    { target: 'redis-6.2' },
  ));

test('which is then better written as several', () =>
  expectFix(
    rule,
    `
      client-output-buffer-limit "pubsub 32mb 8mb 60"
  `,
    `
      client-output-buffer-limit pubsub 32mb 8mb 60
  `,
    { target: 'redis-6.2' },
  ));
