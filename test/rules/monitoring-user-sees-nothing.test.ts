import { expect, test } from 'vitest';
import rule from '../../server/src/rules/monitoring-user-sees-nothing.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('-@dangerous takes INFO away', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user metrics on nopass +@connection +info -@dangerous
    #      ^^^^^^^ metrics may not run INFO: grant what metrics take
  `,
  ));

test('silent about health checks that may PING, and about users that are off', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user healthcheck on nopass +ping
      user exporter off
      user app on nopass ~app:* +get
      user monitor on nopass +@all -config
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser healthcheck on nopass +info\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['info']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
