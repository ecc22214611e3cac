import { expect, test } from 'vitest';
import rule from '../../server/src/rules/sentinel-user-may-do-more.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const COMMANDS =
  '+multi +exec +slaveof +ping +subscribe +publish +info +role +config|rewrite +client|setname +client|kill +script|kill';

test('what Sentinels need and nothing more', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS}\n`,
  ));

test('FAILOVER, which Valkey 9 hands over with', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS} +failover\n`,
    {
      target: 'valkey-9.1',
    },
  ));

test('all channels are the documented form, and more than is needed from 7.0 on', async () => {
  const drawn = `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 allchannels ${COMMANDS}\n`;
  expect(await severitiesOf(rule, drawn)).toEqual(['hint']);
  expect(await severitiesOf(rule, drawn, { target: 'redis-6.2' })).toEqual([]);
});

test('keys', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &__sentinel__:hello ${COMMANDS}
    #      ^^^^^^^^ Sentinels need no keys: take them from sentinel
  `,
  ));

test('ways to every right, the worst first', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS} +get +config|set
    #      ^^^^^^^^ Sentinels do not need CONFIG SET and GET: take them from sentinel
  `,
  ));

test('a user that is no Sentinel', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read +publish\n`,
  ));
