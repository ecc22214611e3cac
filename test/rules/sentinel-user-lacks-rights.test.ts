import { expect, test } from 'vitest';
import rule from '../../server/src/rules/sentinel-user-lacks-rights.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const COMMANDS =
  '+multi +exec +slaveof +ping +subscribe +publish +info +role +config|rewrite +client|setname +client|kill +script|kill';

test('all that Sentinels need', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS}\n`,
  ));

test('without subcommands, in 6.x', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ${COMMANDS}\n`,
    { target: 'redis-6.0' },
  ));

test('6.2 grants all channels where nothing else is said', () =>
  expectFindings(
    rule,
    `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ${COMMANDS}\n`,
    { target: 'redis-6.2' },
  ));

test('the channel is one of the rights', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ${COMMANDS}
    #      ^^^^^^^^ Sentinels log in as sentinel, which may not use the channel __sentinel__:hello, and fail over no more: grant it
  `,
  ));

test('what is only logged when it is denied is a warning', async () => {
  const drawn = `-- users.acl --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS.replace('+role ', '')}\n`;
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
});

test('a user that is off, and one that is for something else', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user sentinel off +ping +role
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
      user sentinel-alerts on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~alerts:* +get
  `,
  ));

test('the user that a Sentinel beside names, whatever it is called', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      user default off
      user watcher on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello ${COMMANDS.replace('+exec ', '')}
    #      ^^^^^^^ Sentinels log in as watcher, which may not run EXEC, and fail over no more: grant it
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      sentinel auth-user m watcher
      sentinel auth-pass m 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
  `,
  ));

test('a user of the Sentinel itself is for its clients', () =>
  expectFindings(
    rule,
    `-- sentinel.conf --\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &* +role\n`,
  ));
