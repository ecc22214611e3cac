import { expect, test } from 'vitest';
import rule from '../../server/src/rules/world-writable-socket.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('a group is not the world', () =>
  expectFindings(
    rule,
    `
      unixsocket /run/redis.sock
      unixsocketperm 770
  `,
  ));

test('without a socket there is nothing to write to', () =>
  expectFindings(
    rule,
    `
      unixsocketperm 777
  `,
  ));

test('the umask decides', () =>
  expectFindings(
    rule,
    `
      unixsocket /run/redis.sock
  `,
  ));

test('worst where nobody is asked for a password', async () => {
  expect(
    await severitiesOf(
      rule,
      `unixsocket /s
unixsocketperm 777
`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `unixsocket /s
unixsocketperm 777
requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
`,
    ),
  ).toEqual(['warning']);
});
