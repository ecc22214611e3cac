import { test } from 'vitest';
import rule from '../../server/src/rules/planted-module-or-primary.js';
import { expectFindings } from '../support/fixtures.js';

test('modules in system folders are silent', () =>
  expectFindings(
    rule,
    `
      loadmodule /usr/lib/redis/modules/redisbloom.so
      loadmodule /opt/redis-stack/lib/rejson.so
  `,
  ));

test('names of known exploits give themselves away in any folder', () =>
  expectFindings(
    rule,
    `
      loadmodule /usr/lib/redis/exp_lin.so
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^ anyone may put a file there, and attackers do: look at it and for a break-in
  `,
  ));

test('private addresses and names are nobody else', () =>
  expectFindings(
    rule,
    `
      replicaof 192.168.1.4 6379
      replicaof redis-primary 6379
  `,
  ));

test('a public address without a password or TLS', () =>
  expectFindings(
    rule,
    `
      replicaof 8.8.8.8 6379
    #           ^^^^^^^ all data comes from a public address, without a password or TLS: look for a break-in if it is not yours
  `,
  ));

test('a password makes a public address somebody one knows', () =>
  expectFindings(
    rule,
    `
      replicaof 8.8.8.8 6379
      masterauth 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
  ));
