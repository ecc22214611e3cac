import { expect, test } from 'vitest';
import rule from '../../server/src/rules/protected-mode-off.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('on loopback there is nobody to be protected from', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
      protected-mode no
  `,
  ));

test('a later line that turns it on again is what counts', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
      protected-mode no
      protected-mode yes
  `,
  ));

test('with a password it is a hint', async () => {
  const open = 'bind 10.0.0.5\nprotected-mode no\n';
  expect(await severitiesOf(rule, open)).toEqual(['warning']);
  expect(await severitiesOf(rule, `${open}requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5\n`)).toEqual(['hint']);
});

test('the official images are built with it off', async () => {
  const image = { circumstances: { flavour: 'official-image' } } as const;
  const closed = 'bind 10.0.0.5\nrequirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5\n';
  expect(await severitiesOf(rule, closed)).toEqual([]);
  expect(await severitiesOf(rule, closed, image)).toEqual(['hint']);
  expect(await severitiesOf(rule, closed.replace('10.0.0.5', '127.0.0.1'), image)).toEqual([]);
  expect(await severitiesOf(rule, closed, { ...image, profile: 'development' })).toEqual([]);
  expect(await severitiesOf(rule, 'bind 10.0.0.5\n', image)).toEqual([]);
});
