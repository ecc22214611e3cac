import { expect, test } from 'vitest';
import rule from '../../server/src/rules/replication-user-lacks-rights.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('without PSYNC the link never comes up', () =>
  expectFindings(
    rule,
    `
      -- valkey.conf --
      primaryuser copy
      primaryauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user default off
      user copy on nopass +replconf +ping
    #      ^^^^ replicas log in as copy, which may not run PSYNC: grant it
  `,
    { target: 'valkey-8.0' },
  ));

test('silent where it has what replicas need, and more', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masteruser replica
      user default off
      user replica on nopass +psync +sync +replconf +ping
  `,
  ));

test('silent where no user is named, or one that is defined elsewhere', async () => {
  expect(await severitiesOf(rule, 'user default off\nuser replica on nopass +psync\n')).toEqual([]);
  expect(await severitiesOf(rule, 'masteruser other\nuser default off\nuser replica on nopass +psync\n')).toEqual([]);
  const drawn = 'masteruser replica\nuser replica on nopass +psync\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['warning']);
});

test('slots of a Valkey 9 cluster move with this login', async () => {
  const rights = (more: string): string =>
    `cluster-enabled yes\nmasteruser replica\nmasterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186\nuser default off\nuser replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync +replconf +ping${more}\n`;
  expect(await severitiesOf(rule, rights(''), { target: 'valkey-9.1' })).toEqual(['error']);
  expect(await severitiesOf(rule, rights(' +cluster|syncslots'), { target: 'valkey-9.1' })).toEqual([]);
  expect(await severitiesOf(rule, rights(''), { target: 'valkey-8.1' })).toEqual([]);
  expect(await severitiesOf(rule, rights('').replace('yes', 'no'), { target: 'valkey-9.1' })).toEqual([]);
});
