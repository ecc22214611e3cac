import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface LanguageConfiguration {
  readonly comments?: { readonly lineComment: string };
  readonly wordPattern: string;
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly onEnterRules?: readonly { readonly beforeText: string; readonly afterText: string }[];
}

function configurationOf(language: string): LanguageConfiguration {
  const path = `../../syntaxes/${language}.language-configuration.json`;
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** What a double click selects. */
function wordsOf(language: string, line: string): readonly string[] {
  return line.match(new RegExp(configurationOf(language).wordPattern, 'g')) ?? [];
}

describe.each(['redis-conf', 'redis-sentinel', 'redis-acl'])('words of %s', (language) => {
  test.each([
    ['maxmemory-policy allkeys-lru', ['maxmemory-policy', 'allkeys-lru']],
    ['user app +@read -@dangerous -config|set', ['user', 'app', '+@read', '-@dangerous', '-config|set']],
    ['replicaof 10.0.0.5 6379', ['replicaof', '10.0.0.5', '6379']],
    ['requirepass "secret"', ['requirepass', 'secret']],
    ['# See redis.conf, please.', ['See', 'redis.conf', 'please']],
    ['user app +@', ['user', 'app', '+@']],
    ['maxmemory-', ['maxmemory-']],
  ])('%s', (line, words) => {
    expect(wordsOf(language, line)).toEqual(words);
  });
});

test('configuration files have comments, ACL files have none to toggle', () => {
  expect(configurationOf('redis-conf').comments).toEqual({ lineComment: '#' });
  expect(configurationOf('redis-sentinel').comments).toEqual({ lineComment: '#' });
  expect(configurationOf('redis-acl')).not.toHaveProperty('comments');
});

test('quotes are closed where they are quotes', () => {
  const pairs = (language: string) => configurationOf(language).autoClosingPairs.map(({ open }) => open);
  expect(pairs('redis-conf')).toContain('"');
  expect(pairs('redis-acl')).not.toContain('"');
});

test('a comment broken in two stays a comment', () => {
  const [rule] = configurationOf('redis-conf').onEnterRules ?? [];
  expect('  # keep this').toMatch(new RegExp(rule?.beforeText ?? '$^'));
  expect('and this').toMatch(new RegExp(rule?.afterText ?? '$^'));
  expect('').not.toMatch(new RegExp(rule?.afterText ?? ''));
});
