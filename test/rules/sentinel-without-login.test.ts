import { expect, test } from 'vitest';
import rule from '../../server/src/rules/sentinel-without-login.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const PASSWORD = '0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186';
const CLOSED = `user default off\nuser sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping`;

test('a server that wants no password', () =>
  expectFindings(rule, beside('sentinel monitor m 127.0.0.1 6379 2', 'port 6379')));

test('a server on another port is not the one', () =>
  expectFindings(rule, beside('sentinel monitor m 127.0.0.1 6379 2', `port 7000\nrequirepass ${PASSWORD}`)));

test('a server whose file is not here', () =>
  expectFindings(rule, '-- sentinel.conf --\nsentinel monitor m 10.0.0.5 6379 2\n'));

test('a server of which not all is known', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      -- redis.conf --
      port 6379
      include /elsewhere/users.conf
      requirepass ${PASSWORD}
      -- /elsewhere/users.conf (withheld) --
  `,
  ));

test('the TLS port counts', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6380 2
    #                  ^ this master wants a password, and Sentinel sends none: set sentinel auth-pass m
      -- redis.conf --
      port 0
      tls-port 6380
      requirepass ${PASSWORD}
  `,
  ));

test('the password of each master is its own', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
    #                  ^ this master wants a password, and Sentinel sends none: set sentinel auth-pass m
      sentinel monitor other 127.0.0.1 7000 2
      sentinel auth-pass other ${PASSWORD}
      -- redis.conf --
      port 6379
      requirepass ${PASSWORD}
  `,
  ));

test('a password without a user, where the default user is off', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      sentinel auth-pass m ${PASSWORD}
    #          ^^^^^^^^^ this logs in as the default user, which is off in redis.conf: name the user with sentinel auth-user m
      -- redis.conf --
      port 6379
      user default off
      user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping
  `,
  ));

test('a user that the server does not have', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      sentinel monitor m 127.0.0.1 6379 2
      sentinel auth-user m watcher
    #                      ^^^^^^^ redis.conf knows no user of this name: define it there
      sentinel auth-pass m ${PASSWORD}
      -- redis.conf --
      port 6379
      user default off
      user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping
  `,
  ));

test('a user that it has', () =>
  expectFindings(
    rule,
    beside(
      `sentinel monitor m 127.0.0.1 6379 2\nsentinel auth-user m sentinel\nsentinel auth-pass m ${PASSWORD}`,
      `port 6379\n${CLOSED}`,
    ),
  ));

test('Sentinels with the same requirepass log in to each other', () =>
  expectFindings(rule, `-- sentinel.conf --\nrequirepass ${PASSWORD}\n`));

test('Sentinels with users of their own need one for each other', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      user default off
    #      ^^^^^^^ Sentinels cannot log in to each other: set sentinel sentinel-user and sentinel sentinel-pass
      user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
  `,
  ));

test('a user for each other without a password', () =>
  expectFindings(
    rule,
    `
      -- sentinel.conf --
      user default off
      user peer on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &* +@all
      sentinel sentinel-user peer
    #          ^^^^^^^^^^^^^ Sentinels log in to each other as this user without a password: set sentinel sentinel-pass
  `,
  ));

test('it is an error for everyone', async () => {
  const drawn = beside('sentinel monitor m 127.0.0.1 6379 2', `port 6379\nrequirepass ${PASSWORD}`);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['error']);
});

function beside(sentinel: string, server: string): string {
  return `-- sentinel.conf --\n${sentinel}\n-- redis.conf --\n${server}\n`;
}
