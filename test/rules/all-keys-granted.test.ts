import { expect, test } from 'vitest';
import rule from '../../server/src/rules/all-keys-granted.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('each of them is told', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user shop on nopass allkeys +get
    #                     ^^^^^^^ shop may use the keys of the other applications too: give it a prefix of its own, such as ~shop:*
      user mail on nopass ~* +get
    #                     ^^ mail may use the keys of the other applications too: give it a prefix of its own, such as ~mail:*
  `,
  ));

test('silent where there is nothing to keep apart', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user shop on nopass ~* +get
      user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user metrics on nopass ~* +info
  `,
  ));

test('silent about users that may do nothing with keys, or everything with the server', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user probe on nopass ~* +ping
      user shop on nopass ~shop:* +get
      user mail on nopass ~mail:* +get
      user root on nopass ~* +@all
      user big on nopass ~* +@all
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser shop on nopass ~* +get\nuser mail on nopass ~mail:* +get\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['info']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
