import { expect, test } from 'vitest';
import rule from '../../server/src/rules/all-channels-granted.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('6.2 grants all channels unless told otherwise', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get +publish
    #      ^^^ app may use every channel: name those it needs, such as &app:*
      user web on nopass ~web:* resetchannels &web:* +publish
  `,
    { target: 'redis-6.2' },
  ));

test('what a release grants by default is taken back by a word', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +get +publish
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +get +publish resetchannels &app:*
  `,
    { target: 'redis-6.2' },
  ));

test('keyspace notifications tell names of keys that the user may not use', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      notify-keyspace-events KEA
      user default off
      user app on nopass ~app:* &* +get +psubscribe
    #                           ^^ app learns the names of all keys from keyspace notifications: name the channels it needs, such as &app:*
  `,
  ));

test('silent where channels are of no use, or named', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* &* +get
      user web on nopass ~web:* &web:* +subscribe +publish
      user spring on nopass ~spring:* &__keyevent@*__:* +psubscribe
      user job on nopass ~job:* +subscribe
  `,
  ));

test('silent about administrators and Sentinel, in 6.0 and in development', async () => {
  const known =
    '-- users.acl --\nuser default off\nuser ops on nopass ~* &* +@all\nuser sentinel on nopass &* +publish\n';
  expect(await severitiesOf(rule, known)).toEqual([]);
  const old = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +publish\n';
  expect(await severitiesOf(rule, old, { target: 'redis-6.0' })).toEqual([]);
  expect(await severitiesOf(rule, old, { target: 'redis-6.2' })).toEqual(['info']);
  expect(await severitiesOf(rule, old, { target: 'redis-6.2', profile: 'development' })).toEqual([]);
});

test('what is suggested for the default user bears the name of nobody', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default on >secret ~* &* +@all -@dangerous
    #                            ^^ default may use every channel: name those it needs, such as &app:*
  `,
  ));
