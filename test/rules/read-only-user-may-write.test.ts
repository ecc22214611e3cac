import { expect, test } from 'vitest';
import rule from '../../server/src/rules/read-only-user-may-write.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a name is enough to know what was meant', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user app-readonly on nopass ~app:* +@read +set +del
    #      ^^^^^^^^^^^^ app-readonly is named like a user that only reads, and may run SET and DEL: allow it @read alone
  `,
  ));

test('denying @write leaves what gives it back', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user bi on nopass ~* +@all -@write -@scripting
    #      ^^ bi is denied @write, and may run ACL SETUSER, ACL DELUSER, CONFIG SET, REPLICAOF, SLAVEOF and 4 more: allow it @read alone
  `,
  ));

test('publishing changes no values', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser reports on nopass ~r:* &r:* +@read +publish\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['hint']);
});

test('silent about users that only read', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user reports on nopass %R~app:* +@read +@connection -@dangerous
      user reader on nopass ~app:* -@all +@read
      user viewer-2 on nopass %R~app:* +get +set
      user analytics on nopass ~app:* +@read +eval
  `,
  ));

test('silent about names that only begin like one', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user rocket on nopass ~rocket:* +set
      user readings on nopass ~readings:* +set
      user thread on nopass ~thread:* +set
  `,
  ));

test('keys and passwords stay, and selectors go', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user reports on >one >two %R~a:* %R~b:* &x +@all -@admin (+set ~c:*)
  `,
    `
      -- users.acl --
      user reports on >one >two %R~a:* %R~b:* &x -@all +@read +@connection -@dangerous
  `,
  ));

test('a warning in development', async () => {
  const drawn = '-- users.acl --\nuser default off\nuser reports on nopass ~* +@all -@admin\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['warning']);
});

test('scripts and functions of others are state as well', async () => {
  const drawn = (rights: string): string =>
    `-- users.acl --\nuser reports on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 %R~* -@all +@read ${rights}\n`;
  expect(await severitiesOf(rule, drawn('+script|flush'))).toEqual(['error']);
  expect(await severitiesOf(rule, drawn('+function|delete'))).toEqual(['error']);
  expect(await severitiesOf(rule, drawn('+function|list'))).toEqual([]);
});
