import { expect, test } from 'vitest';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { proseOf, sentinelProseOf } from '../../server/src/catalog/prose.js';
import { sentinelDirectives } from '../../server/src/catalog/sentinel.js';
import { TARGETS, target } from '../../server/src/catalog/target.js';

test.each(TARGETS)('every directive of %s says what it does', (name) => {
  const silent = [...catalogFor(target(name)).directives.values()]
    .filter((directive) => directive.canonical !== 'sentinel' && proseOf(directive) === undefined)
    .map((directive) => directive.name);
  expect(silent).toEqual([]);
});

test.each(TARGETS)('so does every word that may follow sentinel in %s', (name) => {
  const silent = [...sentinelDirectives(target(name)).keys()].filter((word) => sentinelProseOf(word) === undefined);
  expect(silent).toEqual([]);
});

test('one paragraph each, in whole sentences', () => {
  const texts = [...catalogFor(target('redis-8.6')).directives.values()].map((directive) => proseOf(directive) ?? '');
  for (const text of texts.filter((text) => text !== '')) expect(text).toMatch(/^[A-Z].*\.$/);
});
