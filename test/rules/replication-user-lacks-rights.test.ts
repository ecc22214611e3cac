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
