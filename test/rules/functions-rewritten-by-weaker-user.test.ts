import { expect, test } from 'vitest';
import rule from '../../server/src/rules/functions-rewritten-by-weaker-user.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('@write holds FUNCTION LOAD', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@read +@write -@dangerous
    #                                  ^^^^^^^ app may replace functions that shop calls with other rights: deny FUNCTION LOAD, FUNCTION RESTORE, FUNCTION DELETE and FUNCTION FLUSH
      user shop on nopass ~shop:* +@read +fcall
  `,
  ));

test('where only an administrator calls functions it is information', async () => {
  const drawn = `
    -- users.acl --
    user default off
    user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
    user app on nopass ~app:* +@write -@dangerous
  `;
  expect(await severitiesOf(rule, drawn)).toEqual(['info']);
});

test('silent where nobody else calls functions, or whoever does has no more rights', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +function|load +fcall
      user twin on nopass ~app:* +get +function|load +fcall
      user web on nopass ~web:* +@read
  `,
  ));

test('silent where only administrators may load functions, and in 6.x, which have none', async () => {
  const drawn = `
    -- users.acl --
    user default off
    user ops on nopass ~* +@all -@scripting +function
    user app on nopass ~app:* +@read +fcall
  `;
  expect(await severitiesOf(rule, drawn)).toEqual([]);
  const old = '-- users.acl --\nuser a on nopass ~a:* +@all -@dangerous\nuser b on nopass ~b:* +@all -@dangerous\n';
  expect(await severitiesOf(rule, old, { target: 'redis-6.2' })).toEqual([]);
  expect(await severitiesOf(rule, old)).toEqual(['warning', 'warning']);
  expect(await severitiesOf(rule, old, { profile: 'development' })).toEqual(['hint', 'hint']);
});
