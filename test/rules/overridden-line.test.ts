import { test } from 'vitest';
import rule from '../../server/src/rules/overridden-line.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('lines that add up', () =>
  expectFindings(
    rule,
    `
      save 900 1
      save 300 10
      client-output-buffer-limit normal 0 0 0
      client-output-buffer-limit pubsub 32mb 8mb 60
      rename-command DEBUG ""
      rename-command KEYS ""
  `,
  ));

test('a directive under two names', () =>
  expectFindings(
    rule,
    `
      slave-priority 5
    # ^^^^^^^^^^^^^^^^ no effect: replica-priority is set again on line 2
      replica-priority 7
  `,
  ));

test('a refused line overrides nothing', () =>
  expectFindings(
    rule,
    `
      timeout 60
      timeout soon
  `,
  ));

test('an included file that is overridden on purpose', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/defaults.conf
      timeout 60
      -- defaults.conf --
      timeout 0
    # ^^^^^^^^^ no effect: timeout is set again in redis.conf
  `,
  ));

test('the first of three lines and the second', () =>
  expectFix(
    rule,
    `
      timeout 10
      timeout 20
      timeout 30
  `,
    `
      timeout 20
      timeout 30
  `,
  ));

test('addresses do not add up', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^^^^^^^^^^^ no effect: bind is set again on line 2, to a weaker value
      bind 10.0.0.5
  `,
  ));

test('a directory that an include is looked up in has an effect', () =>
  expectFindings(
    rule,
    `
      dir /etc/redis
      include tls.conf
      dir /var/lib/redis
      -- tls.conf --
      tls-protocols "TLSv1.2 TLSv1.3"
  `,
  ));
