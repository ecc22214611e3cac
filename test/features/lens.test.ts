import { expect, test } from 'vitest';
import { lenses, lensTitle } from '../../server/src/features/lens.js';
import { asDrawn, drawnRanges, fileUri } from '../support/cursor.js';
import { project } from '../support/fixtures.js';

async function expectLenses(name: string, drawn: string): Promise<void> {
  const read = await project(drawn, { target: 'redis-7.2' });
  const uri = fileUri(name);
  const shown = lenses(read, uri).map(({ range }) => ({
    uri,
    range,
    message: lensTitle(read, uri, range.start.line) ?? '',
  }));
  expect(drawnRanges(read, shown)).toBe(asDrawn(drawn));
}

test('each user says how much it may run', () =>
  expectLenses(
    'users.acl',
    `
      -- users.acl --
      user default off
    #      ^^^^^^^ off: nobody can log in
      user app on >app-password ~app:* +@read +eval
    #      ^^^ runs 92 of 355 commands; dangerous: EVAL, KEYS
    `,
  ));

test('users of a configuration file have one too', () =>
  expectLenses(
    'redis.conf',
    `
      -- redis.conf --
      port 6379
      user ops on nopass ~* +@all
    #      ^^^ needs no password; runs 355 of 355 commands; dangerous: ACL SETUSER, ACL DELUSER, ACL LOAD, CONFIG SET and 33 more
    `,
  ));
