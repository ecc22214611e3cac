import { expect, test } from 'vitest';
import { mergeSelectors, splitAclWords, trimmedRule } from '../../server/src/syntax/acl-words.js';

test('single blanks separate, so that two of them hold an empty word', () => {
  expect(values('user  bob on')).toEqual(['user', '', 'bob', 'on']);
});

test('blanks around the line are trimmed', () => {
  expect(values(' \t user bob on \r')).toEqual(['user', 'bob', 'on']);
});

test('a tab is part of a word', () => {
  expect(values('user b\tob on')).toEqual(['user', 'b\tob', 'on']);
  expect(values('user bob \ton\t ~a\tb')).toEqual(['user', 'bob', '\ton\t', '~a\tb']);
});

test('tabs around a rule are trimmed when selectors have been joined, so that those inside stay', () => {
  const rules = mergeSelectors(splitAclWords('\ton\t (\t ~a\tb +get\t \t)\t\t \t)'), 'goes-on').words.map(trimmedRule);
  expect(rules.map(({ value }) => value)).toEqual(['on', '(\t ~a\tb +get\t \t)\t\t \t)']);
  expect(rules[0]?.span).toEqual({ start: 1, end: 3 });
});

test('quotes and backslashes mean nothing', () => {
  expect(values(String.raw`user bob >"a\x41 b"`)).toEqual(['user', 'bob', String.raw`>"a\x41`, 'b"']);
});

test('a blank line has no words', () => {
  expect(values(' \t\r')).toEqual([]);
});

test('the words of a selector become one', () => {
  expect(merged('+get (~a +set) on')).toEqual(['+get', '(~a +set)', 'on']);
});

test('a selector ends at the first word that ends in a parenthesis', () => {
  expect(merged('(~a) +get)')).toEqual(['(~a)', '+get)']);
  expect(merged('(+get ~a)(+set ~b)')).toEqual(['(+get ~a)(+set ~b)']);
});

test('Redis 7.0 loses what stood before a word that would open another', () => {
  expect(merged('(+get (~a +set)')).toEqual(['(+get (~a +set)']);
  expect(merged('(+get (~a +set)', 'starts-again')).toEqual(['(~a +set)']);
});

test('a selector that nothing closes is not among the words', () => {
  const words = splitAclWords('on (+get ~a');
  const { words: whole, unclosed } = mergeSelectors(words, 'goes-on');
  expect(whole.map(({ value }) => value)).toEqual(['on']);
  expect(unclosed === undefined ? undefined : words[unclosed]?.value).toBe('(+get');
});

function values(line: string): readonly string[] {
  return splitAclWords(line).map(({ value }) => value);
}

function merged(rules: string, reopening: 'goes-on' | 'starts-again' = 'goes-on'): readonly string[] {
  return mergeSelectors(splitAclWords(rules), reopening).words.map(({ value }) => value);
}
