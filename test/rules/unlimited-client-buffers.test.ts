import { test } from 'vitest';
import rule from '../../server/src/rules/unlimited-client-buffers.js';
import { expectFindings } from '../support/fixtures.js';

test('on loopback readers are friends', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
      maxmemory 1gb
  `,
  ));

test('the class of ordinary clients is limited', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      client-output-buffer-limit normal 256mb 64mb 60
  `,
  ));

test('all clients together are limited', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
      maxmemory-clients 5%
  `,
  ));

test('6.x has no such limit', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
  `,
    { target: 'redis-6.2' },
  ));

test('answers pile up', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      maxmemory 1gb
    # ^^^^^^^^^ a client that does not read its answers may use up the memory: set maxmemory-clients
  `,
  ));
