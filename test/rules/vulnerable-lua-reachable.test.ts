import { expect, test } from 'vitest';
import rule from '../../server/src/rules/vulnerable-lua-reachable.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const OPEN = 'bind 127.0.0.1\n';
const OLD = { target: 'redis-7.2', circumstances: { release: '7.2.10' } } as const;

test('nobody declared a release', () => expectFindings(rule, OPEN, { target: 'redis-7.2' }));

test('a release that has it mended', () =>
  expectFindings(rule, OPEN, { target: 'redis-7.2', circumstances: { release: '7.2.16' } }));

test('an ACL file tells nothing of a server', () => expectFindings(rule, '-- users.acl --\nuser app on +eval\n', OLD));

test('the default user that nobody has closed is one of those who may', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^ Redis 7.2.10 has CVE-2026-23631 and CVE-2025-49844, and default may run the script that it takes: upgrade to 7.2.16, and deny @scripting until then
  `,
    OLD,
  ));

test('loading a function is enough', async () => {
  const drawn =
    'user default off\nuser app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 -@all +function|load\n';
  expect(await severitiesOf(rule, drawn, OLD)).toEqual(['error']);
});

test('denied to everyone, known-vulnerable-release mentions it', async () => {
  const drawn =
    'user default off\nuser app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +@all -@scripting\n';
  expect(await severitiesOf(rule, drawn, OLD)).toEqual([]);
});

test('a user that is off runs nothing', async () => {
  expect(await severitiesOf(rule, 'user default off\nuser app off ~* +@all\n', OLD)).toEqual([]);
});

test('distributions mend old releases', async () => {
  const packaged = { ...OLD, circumstances: { release: '7.2.10', flavour: 'distribution' } } as const;
  expect(await severitiesOf(rule, OPEN, packaged)).toEqual(['info']);
  expect(await severitiesOf(rule, OPEN, { ...OLD, profile: 'development' })).toEqual(['warning']);
});

test.each([
  ['valkey-8.1', '8.1.3', ['error']],
  ['valkey-8.1', '8.1.7', []],
  ['redis-6.2', '6.2.20', []],
  ['redis-6.2', '6.2.19', ['error']],
] as const)('%s, release %s', async (target, release, severities) => {
  expect(await severitiesOf(rule, OPEN, { target, circumstances: { release } })).toEqual(severities);
});
