import { expect, test } from 'vitest';
import { matchesPattern } from '../../server/src/model/string-match.js';

test.each([
  ['app:*', 'app:', true],
  ['app:*', 'app', false],
  ['*', '', false],
  ['', '', true],
  ['a**b', 'ab', true],
  ['*a*b', 'xaxb', true],
  ['*a*b', 'xaxbx', false],
  ['?', 'é', true],
  ['[a-c]x', 'bx', true],
  ['[c-a]x', 'bx', true],
  ['[^a]x', 'ax', false],
  ['[^a]x', 'bx', true],
  ['[\\]]', ']', true],
  ['[]', 'a', false],
  ['[a', 'a', true],
  ['\\*', '*', true],
  ['\\*', 'x', false],
  ['a\\', 'a\\', true],
])('%j and %j', (pattern, text, matches) => {
  expect(matchesPattern(pattern, text === 'é' ? '\xe9' : text)).toBe(matches);
});

test('many stars do not take for ever', () => {
  expect(matchesPattern(`${'*a'.repeat(50)}b`, 'a'.repeat(5000))).toBe(false);
});
