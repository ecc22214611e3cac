import { expect, test } from 'vitest';
import rule from '../../server/src/rules/untrusted-payloads-accepted.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('the flag that leaves payloads unchecked is information where nothing reads any', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass skip-sanitize-payload ~app:* +get
    #                    ^^^^^^^^^^^^^^^^^^^^^ the payloads of app are not checked: delete this
  `,
  ));

test('silent where the flag is taken back, is forgotten by the release, or the commands are denied', async () => {
  const taken = '-- users.acl --\nuser default off\nuser app on nopass skip-sanitize-payload sanitize-payload +get\n';
  expect(await severitiesOf(rule, taken)).toEqual([]);
  const kept = '-- users.acl --\nuser default off\nuser app on nopass skip-sanitize-payload +get\n';
  expect(await severitiesOf(rule, kept, { target: 'valkey-9.1' })).toEqual([]);
  expect(await severitiesOf(rule, kept, { target: 'valkey-8.1' })).toEqual(['info']);
});

test('silent about users that are denied everything dangerous, and about administrators', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@read +@write -@dangerous
      user admin on nopass ~* +restore
  `,
  ));

test('silent in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +restore\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});

test('in a release that a payload can break it is an error', async () => {
  const drawn =
    'user default off\nuser app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +restore\n';
  const of = (release: string, flavour: 'upstream' | 'distribution' = 'upstream') =>
    severitiesOf(rule, drawn, { target: 'redis-7.2', circumstances: { release, flavour } });
  expect(await of('7.2.13')).toEqual(['error']);
  expect(await of('7.2.16')).toEqual(['warning']);
  expect(await of('7.2.13', 'distribution')).toEqual(['warning']);
});

test('users that move data are named in the settings', async () => {
  const drawn =
    'user default off\nuser mover on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +restore\n';
  expect(await severitiesOf(rule, drawn, { circumstances: { provisioners: ['mover'] } })).toEqual([]);
});
