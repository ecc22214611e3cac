import { expect, test } from 'vitest';
import rule from '../../server/src/rules/rename-breaks-failover.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const SENTINEL = '-- sentinel.conf --\nsentinel monitor m 127.0.0.1 6379 2\n';
const RENAMED = '-- redis.conf --\nrename-command CONFIG cfg-5b1e0f2a97\n';

test('a command that Sentinels do not use', () =>
  expectFindings(rule, `-- redis.conf --\nrename-command FLUSHALL ""\n${SENTINEL}`));

test('a Sentinel that knows the new name', () =>
  expectFindings(rule, `${RENAMED}${SENTINEL}sentinel rename-command m CONFIG cfg-5b1e0f2a97\n`));

test('a Sentinel that knows another new name, or another master by it', async () => {
  expect(await severitiesOf(rule, `${RENAMED}${SENTINEL}sentinel rename-command m CONFIG other\n`)).toEqual(['error']);
  const two = `${SENTINEL}sentinel monitor n 127.0.0.1 7000 2\nsentinel rename-command n CONFIG cfg-5b1e0f2a97\n`;
  expect(await severitiesOf(rule, `${RENAMED}${two}`)).toEqual(['error']);
});

test('a command that is gone has no other name', async () => {
  const gone = '-- redis.conf --\nrename-command CONFIG ""\n';
  expect(await severitiesOf(rule, `${gone}${SENTINEL}sentinel rename-command m CONFIG ""\n`)).toEqual(['error']);
});

test('a Sentinel of another server', async () => {
  expect(await severitiesOf(rule, `-- redis.conf --\nport 7000\nrename-command CONFIG ""\n${SENTINEL}`)).toEqual([
    'info',
  ]);
});

test('no Sentinel is known', () =>
  expectFindings(
    rule,
    `
      rename-command SLAVEOF ""
    #                ^^^^^^^ a Sentinel that watches this server runs SLAVEOF and finds no such command: deny it by ACL rules
  `,
  ));

test('in development only where a Sentinel is known', async () => {
  expect(await severitiesOf(rule, RENAMED, { profile: 'development' })).toEqual([]);
  expect(await severitiesOf(rule, `${RENAMED}${SENTINEL}`, { profile: 'development' })).toEqual(['error']);
});

test('nodes of a cluster fail over by themselves', () =>
  expectFindings(rule, '-- redis.conf --\ncluster-enabled yes\nrename-command CONFIG ""\n'));
