import { expect, test } from 'vitest';
import rule from '../../server/src/rules/later-grant-undoes-denial.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('everything again, behind a denial', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* -@dangerous +@all
    #                                       ^^^^^ this gives back ACL SETUSER, ACL DELUSER, CONFIG SET, FLUSHALL, FLUSHDB and 19 more, which -@dangerous denies: write it in front of the denial
  `,
  ));

test('a denial of single commands is undone by a category too', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser app on nopass ~app:* +@write -flushall -flushdb +@keyspace\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
});

test('silent about exceptions by name, which is how they are written', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous +info +config|get +keys
  `,
  ));

test('a category that only reads holds KEYS', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* -@dangerous +@read
    #                                       ^^^^^^ this gives back KEYS, which -@dangerous denies: write it in front of the denial
  `,
  ));

test('silent about a clean start', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@all +@read +@write
      user web on nopass ~web:* +@all nocommands +@read
      user job on nopass ~job:* -@all +@keyspace
  `,
  ));

test('silent where nothing sensitive comes back', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous -@scripting -@list +@list
  `,
  ));

test('silent where the grant is undone once more', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous +@keyspace -@dangerous
  `,
  ));

test('inside of a selector', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +get (+@all -@scripting +@all ~tmp:*)
    #                                                   ^^^^^ this gives back EVAL, EVAL_RO, EVALSHA, EVALSHA_RO, FCALL and 9 more, which -@scripting denies: write it in front of the denial
  `,
  ));

test('what is in between keeps its meaning', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on nopass ~app:* +@read -@dangerous +info -keys +@keyspace +set
  `,
    `
      -- users.acl --
      user app on nopass ~app:* +@read +@keyspace -@dangerous +info -keys +set
  `,
  ));

test('in 6.x @connection gives CLIENT back, which is one command there', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app on nopass ~app:* +@all -@dangerous +@connection -@scripting
    #                                             ^^^^^^^^^^^^ this gives back CLIENT KILL and CLIENT PAUSE, which -@dangerous denies: write it in front of the denial
  `,
    { target: 'redis-6.2' },
  ));
