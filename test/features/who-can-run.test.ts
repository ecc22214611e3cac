import { expect, test } from 'vitest';
import { whoCanRun } from '../../server/src/features/who-can-run.js';
import { project } from '../support/fixtures.js';

const USERS = `
  -- users.acl --
  user default off
  user app on >app-password ~app:* +@all -@dangerous
  user ops on >ops-password ~* +@all
  user reader on >reader-password ~* +get (+set ~cache:*)
`;

async function answers(...argv: string[]): Promise<readonly string[]> {
  return whoCanRun(await project(USERS, { target: 'redis-7.2' }), argv).map(
    ({ user, allowed, reason, canLogIn }) =>
      `${user}${canLogIn ? '' : ' (off)'} ${allowed ? 'may' : 'may not'}: ${reason}`,
  );
}

test('a command alone asks whether it may run at all', async () =>
  expect(await answers('FLUSHALL')).toEqual([
    'ops may: +@all allows FLUSHALL',
    'app may not: -@dangerous denies FLUSHALL',
    'reader may not: no ACL rule allows FLUSHALL',
    'default (off) may not: no ACL rule allows FLUSHALL',
  ]));

test('keys that it is limited to are named', async () =>
  expect(await answers('SET')).toEqual([
    'app may: +@all allows SET, for keys app:*',
    'ops may: +@all allows SET',
    'reader may: +set allows SET, for keys cache:*',
    'default (off) may not: no ACL rule allows SET',
  ]));

test('a call with its arguments is decided as the server would', async () =>
  expect((await answers('GET', 'other:1'))[0]).toBe('ops may: +@all allows get'));
