import { expect, test } from 'vitest';
import rule from '../../server/src/rules/unrestricted-user.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('rights that a selector grants are rights', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user shop on nopass ~shop:* +get (~* +@all)
    #      ^^^^ shop may do everything, as an administrator: grant what it needs
  `,
  ));

test('the only one who may do everything is the administrator', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user boss on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user shop on nopass ~shop:* +@all
      user mail on nopass ~* +@all -@dangerous
  `,
  ));

test('silent where all log in as one user, and about users that are off', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user old off nopass ~* +@all
  `,
  ));

test('an administrator can be named', async () => {
  const drawn = `
    -- users.acl --
    user default off
    user ops on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +@all
    user platform on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +@all
  `;
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { circumstances: { administrators: ['platform'] } })).toEqual([]);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
});
