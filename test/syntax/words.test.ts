import { expect, test } from 'vitest';
import { type Reading, splitWords } from '../../server/src/syntax/words.js';

const READING: Reading = { textAfterQuote: 'refused', byte255: 'kept' };
const VALKEY_9: Reading = { textAfterQuote: 'joined', byte255: 'dropped' };

test('blanks of any kind separate words', () => {
  expect(values('bind 127.0.0.1\t ::1\r')).toEqual(['bind', '127.0.0.1', '::1']);
});

test('vertical tab and form feed are skipped before a word and do not end one', () => {
  expect(values('\v\ftimeout 5')).toEqual(['timeout', '5']);
  expect(values('timeout\v5\f')).toEqual(['timeout\v5\f']);
});

test('a no-break space is a character like any other', () => {
  expect(values('timeout\u00a05')).toEqual(['timeout\u00a05']);
});

test('a # is one too', () => {
  expect(values('port 0 # why')).toEqual(['port', '0', '#', 'why']);
  expect(values('requirepass pa#ss')).toEqual(['requirepass', 'pa#ss']);
});

test('double quotes know escapes', () => {
  expect(values(String.raw`"\n\r\t\b\a"`)).toEqual(['\n\r\t\b\x07']);
  expect(values(String.raw`"\x41\x4a\x4A"`)).toEqual(['AJJ']);
  expect(values(String.raw`"\\ \" \e \0"`)).toEqual(['\\ " e 0']);
});

test('half an escape is the character behind the backslash', () => {
  expect(values(String.raw`"\x4" "\X41" "\101" "\xg1"`)).toEqual(['x4', 'X41', '101', 'xg1']);
});

test('a byte that is no text stays a byte', () => {
  expect(values(String.raw`"\xff\xc3"`)).toEqual(['\udcff\udcc3']);
});

test('single quotes know only the escape of themselves', () => {
  expect(values(String.raw`'it\'s' '\n\x41\\ '`)).toEqual(["it's", String.raw`\n\x41\\ `]);
});

test('outside of quotes a backslash is a backslash', () => {
  expect(values(String.raw`a\x41 \"b"`)).toEqual([String.raw`a\x41`, String.raw`\b`]);
});

test('quotes open inside of words, also of the first', () => {
  expect(values('max"clients" no"tice"')).toEqual(['maxclients', 'notice']);
  expect(values('abc"d ef"')).toEqual(['abcd ef']);
});

test('an empty quote is an empty word', () => {
  expect(values('requirepass "" \'\'')).toEqual(['requirepass', '', '']);
});

test('a quote that nothing closes breaks the line', () => {
  expect(broken('masterauth "abc')).toBe('"abc');
  expect(broken("masterauth don't")).toBe("don't");
  expect(broken(String.raw`masterauth "abc\"`)).toBe(String.raw`"abc\"`);
});

test('behind a closing quote a blank must follow', () => {
  expect(broken('dbfilename "abc"def')).toBe('"abc"d');
  expect(broken('dbfilename "abc""def"')).toBe('"abc""');
  expect(broken('dbfilename "abc"#x')).toBe('"abc"#');
});

test('Valkey 9.1 reads on instead', () => {
  expect(values(`"abc"def "abc""def" a"b"'c' "abc"#x`, VALKEY_9)).toEqual(['abcdef', 'abcdef', 'abc', 'abc#x']);
});

test('Valkey 8.1 and later lose the byte 0xFF, but not where it is written as an escape', () => {
  expect(values('max\udcffclients "a\udcffb" "a\\\udcffb"', VALKEY_9)).toEqual(['maxclients', 'ab', 'ab']);
  expect(values(String.raw`"a\xffb"`, VALKEY_9)).toEqual(['a\udcffb']);
});

test('words before the broken one are read', () => {
  expect(splitWords('user app ">x', READING).words.map(({ value }) => value)).toEqual(['user', 'app']);
});

test('a word spans its quotes, and remembers the first', () => {
  const line = `masterauth  'a b'`;
  const [, word] = splitWords(line, READING).words;
  expect(word && line.slice(word.span.start, word.span.end)).toBe("'a b'");
  expect(word?.quote).toBe("'");
});

function values(line: string, reading = READING): readonly string[] {
  const split = splitWords(line, reading);
  expect(split.broken).toBeUndefined();
  return split.words.map(({ value }) => value);
}

function broken(line: string): string {
  const { broken: span } = splitWords(line, READING);
  return span === undefined ? 'whole' : line.slice(span.start, span.end);
}
