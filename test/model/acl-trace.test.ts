import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import type { AclEffect } from '../../server/src/model/user.js';
import { project } from '../support/fixtures.js';

/** The ACL rules of the user `app`, each with what it did. */
async function traced(rules: string, target: TargetName = 'redis-7.2'): Promise<readonly AclEffect[]> {
  const { users } = await project(`-- users.acl --\nuser app ${rules}`, { target });
  return users.get('app')?.trace ?? [];
}

async function outcomes(rules: string, target?: TargetName): Promise<readonly string[]> {
  return (await traced(rules, target)).map(({ rule, outcome }) => `${rule.word.value}: ${outcome}`);
}

test('a rule that changes nothing has no effect', async () => {
  expect(await outcomes('off on on ~a ~a +@all +get allkeys')).toEqual([
    'off: no-effect',
    'on: applied',
    'on: no-effect',
    '~a: applied',
    '~a: no-effect',
    '+@all: applied',
    '+get: no-effect',
    'allkeys: applied',
  ]);
});

test('a denial before anything is allowed denies nothing', async () => {
  expect(await outcomes('-@dangerous +@all')).toEqual(['-@dangerous: no-effect', '+@all: applied']);
});

test('a refused rule carries the words of the server', async () => {
  const [, refused] = await traced('allkeys ~a');
  expect(refused).toMatchObject({ outcome: 'refused', serverSays: expect.stringContaining("Try 'resetkeys'") });
});

test('added and removed commands are those that the rule changed, not all that it names', async () => {
  const [get, read, hash] = await traced('+get +get|x -hget +hget -hget');
  expect([get?.added, read?.added, hash?.removed]).toEqual([['get'], [], []]);
  const [all, dangerous] = await traced('+@all -flushall');
  expect(all?.added).toContain('flushall');
  expect(dangerous?.removed).toEqual(['flushall']);
});

test('a container brings its subcommands along, from 7.0 on', async () => {
  const [config] = await traced('+config');
  expect(config?.added).toEqual([
    'config',
    'config|get',
    'config|help',
    'config|resetstat',
    'config|rewrite',
    'config|set',
  ]);
  const [early] = await traced('+config', 'redis-6.2');
  expect(early?.added).toEqual(['config']);
});

test('what a later rule takes back is undone by it', async () => {
  const trace = await traced('+flushall -@dangerous +get');
  expect(trace.map(({ undoneBy }) => undoneBy?.word.value)).toEqual(['-@dangerous', undefined, undefined]);
});

test('what is taken back and given again is not undone', async () => {
  const trace = await traced('+get -get +get');
  expect(trace.map(({ undoneBy }) => undoneBy?.word.value)).toEqual([undefined, '+get', undefined]);
});

test('a selector tells what its own rules did', async () => {
  const [, selector] = await traced('+ping (~a* +get -get +set)');
  expect(selector?.added).toEqual(['set']);
  expect(selector?.inside.map(({ rule, outcome }) => `${rule.word.value}: ${outcome}`)).toEqual([
    '~a*: applied',
    '+get: applied',
    '-get: applied',
    '+set: applied',
  ]);
});

test('the built-in default user was made by no rule', async () => {
  const { users } = await project('port 0\nunixsocket s.sock');
  expect(users.get('default')).toMatchObject({ enabled: true, passwords: 'not-needed', trace: [] });
});
