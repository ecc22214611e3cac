import { expect, test } from 'vitest';
import rule from '../../server/src/rules/dangerous-commands-reachable.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a server with one password for everyone lends everything to every client', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    # ^^^^^^^^^^^ every client may run FLUSHALL and FLUSHDB (wipe all data), CONFIG (change the server), SHUTDOWN (stop the server), KEYS (freeze the server and list every key), EVAL and SCRIPT (run Lua): deny what it does not need
  `,
  ));

test('commands that are renamed are not reached under a name that anyone knows', () =>
  expectFindings(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    # ^^^^^^^^^^^ every client may run SHUTDOWN (stop the server), EVAL and SCRIPT (run Lua): deny what it does not need
      rename-command FLUSHALL ""
      rename-command FLUSHDB ""
      rename-command CONFIG ""
      rename-command KEYS ""
  `,
  ));

test('silent where every ordinary user is denied them', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting
  `,
  ));

test('the only one of several users who may do everything is the administrator', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    #      ^^^ app may run KEYS (freeze the server and list every key): deny what it does not need
  `,
  ));

test('a user that is off runs nothing', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off nopass ~* &* +@all
      user app off #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +@all
  `,
  ));

test('DEBUG is dangerous where the configuration allows it', () =>
  expectFindings(
    rule,
    `
      enable-debug-command yes
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +debug
    #      ^^^ app may run DEBUG (crash or freeze the server): deny what it does not need
  `,
  ));

test('reading the configuration is not changing it', () =>
  expectFindings(
    rule,
    `
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +config|get
  `,
  ));

test('a selector grants what a denial at the end would not take, so that none is offered', () =>
  expectFindings(
    rule,
    `
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get (+flushall)
    #      ^^^ app may run FLUSHALL (wipe all data): deny what it does not need
  `,
  ));

test('without users the commands are taken from everyone, and with EVAL all other ways to run Lua', () =>
  expectFix(
    rule,
    `
      maxmemory 1gb
  `,
    `
      maxmemory 1gb
      rename-command FLUSHALL ""
      rename-command FLUSHDB ""
      rename-command CONFIG ""
      rename-command SHUTDOWN ""
      rename-command KEYS ""
      rename-command EVAL ""
      rename-command SCRIPT ""
      rename-command EVAL_RO ""
      rename-command EVALSHA ""
      rename-command EVALSHA_RO ""
      rename-command FCALL ""
      rename-command FCALL_RO ""
      rename-command FUNCTION ""
  `,
  ));

test('where everyone has the same password, applications keep it and an administrator is made', () =>
  expectFix(
    rule,
    `
      requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
  `,
    `
      user default on #c92b70d5191adf3f121e98368667db33254dcb9f8eff0dfdd7840b60f9b60917 ~* &* +@all -@dangerous -@scripting
      user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
  `,
  ));

test('the last user who could give rights back is no longer the last', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all
  `,
    `
      -- users.acl --
      user default off
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting
      user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
  `,
  ));

test('where only this machine gets in it is information', async () => {
  expect(await severitiesOf(rule, 'bind 127.0.0.1\n')).toEqual(['info']);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n')).toEqual(['warning']);
});

test('KEYS alone comes with every right to read, and is information', async () => {
  const users =
    'user default off\nuser app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* ';
  expect(await severitiesOf(rule, `${users}+@read\n`)).toEqual(['info']);
  expect(await severitiesOf(rule, `${users}+@read +flushall\n`)).toEqual(['warning']);
});

test('an ACL file that is missing leaves open who may run what', () =>
  expectFindings(
    rule,
    `
      aclfile /etc/redis/users.acl
  `,
  ));

test('scripts that are asked for by name are what the user is there for', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
      user limiter on nopass ~rate:* +get +eval +evalsha +script|load
      user jobs on nopass ~jobs:* +get +@scripting
  `,
    { circumstances: { scriptUsers: ['jobs'] } },
  ));
