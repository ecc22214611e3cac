import { expect, test } from 'vitest';
import rule from '../../server/src/rules/monitoring-user-may-do-more.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a user that could take over is an error', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser prometheus on nopass +@all -@scripting\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
});

test('reading all keys is more than metrics take', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user monitoring on nopass ~* +@read -@dangerous
    #      ^^^^^^^^^^ metrics take no key, and monitoring may run GET and HGETALL: grant INFO and what belongs to it
  `,
  ));

test('silent about exporters that watch keys of their own, and about what they ask the server', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user exporter on nopass %R~stats:* +get +ping +info +config|get +slowlog|get +latency|latest
      user app on nopass ~* +get +eval
      user health on nopass +ping
  `,
  ));

test('the password stays, and a release that grants all channels is told not to', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user metrics on >secret ~* +@all -@scripting
  `,
    `
      -- users.acl --
      user metrics on >secret resetchannels -@all +ping +info +client|setname +slowlog|len +latency|latest +cluster|info
  `,
    { target: 'redis-6.2' },
  ));
