import { expect, test } from 'vitest';
import rule from '../../server/src/rules/unlimited-client-buffers.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

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

test('in some releases it takes no login', async () => {
  const drawn = 'bind 10.0.0.5\nmaxmemory 1gb\n';
  const of = (release: string) => severitiesOf(rule, drawn, { target: 'redis-7.2', circumstances: { release } });
  expect(await of('7.2.7')).toEqual(['warning']);
  expect(await of('7.2.8')).toEqual(['hint']);
});
