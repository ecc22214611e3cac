import { expect, test } from 'vitest';
import rule from '../../server/src/rules/sort-ignores-key-patterns.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('silent from 7.0 on', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +sort\n';
  expect(await severitiesOf(rule, drawn, { target: 'redis-6.0' })).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { target: 'redis-7.0' })).toEqual([]);
  expect(await severitiesOf(rule, drawn, { target: 'redis-6.0', profile: 'development' })).toEqual([]);
});

test('silent where SORT is denied, where it is of no use, and where all keys may be read anyway', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@read +@write -@dangerous
      user web on nopass ~* +sort
      user job on nopass +sort
  `,
    { target: 'redis-6.2' },
  ));
