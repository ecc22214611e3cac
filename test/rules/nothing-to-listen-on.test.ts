import { test } from 'vitest';
import rule from '../../server/src/rules/nothing-to-listen-on.js';
import { expectFindings, expectFix } from '../support/fixtures.js';

test('a Unix socket is something', () =>
  expectFindings(
    rule,
    `
      port 0
      unixsocket /run/redis/redis.sock
  `,
  ));

test('the default port is something', () =>
  expectFindings(
    rule,
    `
      tls-port 0
  `,
  ));

test('no address is nothing either', () =>
  expectFix(
    rule,
    `
      bind ""
  `,
    `
      bind 127.0.0.1
  `,
  ));

test('the plaintext port again', () =>
  expectFix(
    rule,
    `
      port 0
  `,
    `
      port 6379
  `,
    { title: 'Listen on port 6379' },
  ));
