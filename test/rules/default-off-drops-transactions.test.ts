import { expect, test } from 'vitest';
import rule from '../../server/src/rules/default-off-drops-transactions.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('silent about a user that is off and keeps its rights', () =>
  expectFindings(
    rule,
    `
      appendonly yes
      user default off resetpass ~* &* +@all
  `,
    { target: 'redis-7.4' },
  ));

test('silent without an append-only file', () =>
  expectFindings(
    rule,
    `
      appendonly no
      user default off
  `,
    { target: 'redis-7.4' },
  ));

test('silent where no line takes rights from the default user', () =>
  expectFindings(
    rule,
    `
      appendonly yes
      requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user app on nopass ~app:* +get
  `,
    { target: 'redis-7.4' },
  ));

test('only releases that check rights when they read the file back', async () => {
  const drawn = 'appendonly yes\nuser default off\n';
  const severities = (target: Parameters<typeof severitiesOf>[2]) => severitiesOf(rule, drawn, target);
  expect(await severities({ target: 'redis-6.2' })).toEqual([]);
  expect(await severities({ target: 'redis-7.0' })).toEqual(['error']);
  expect(await severities({ target: 'redis-8.0' })).toEqual(['error']);
  expect(await severities({ target: 'redis-8.6' })).toEqual([]);
  expect(await severities({ target: 'valkey-8.1' })).toEqual(['error']);
  expect(await severities({ target: 'valkey-9.1' })).toEqual([]);
  expect(await severities({ target: 'valkey-8.1', profile: 'development' })).toEqual(['warning']);
});

test('a release that has the mend', async () => {
  const drawn = 'appendonly yes\nuser default off\n';
  const known = (release: string) => severitiesOf(rule, drawn, { target: 'valkey-7.2', circumstances: { release } });
  expect(await known('7.2.14')).toEqual(['error']);
  expect(await known('7.2.15')).toEqual([]);
});

test('a default user that applications log in as loses less', () =>
  expectFindings(
    rule,
    `
      appendonly yes
      user default on >0b30557a9fc4e90e33587da2c7ec1136 ~app:* +@all
    #      ^^^^^^^ transactions with what this user may not do are dropped when the append-only file is read back: keep its rights, and turn it off
  `,
    { target: 'redis-7.2' },
  ));
