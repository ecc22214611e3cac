import { expect, test } from 'vitest';
import { type Document, parse, reparse, serverLineNumber, textOf } from '../../server/src/syntax/document.js';
import type { Dialect } from '../../server/src/syntax/line.js';

const CONFIG: Dialect = { syntax: 'config', reading: { textAfterQuote: 'refused', byte255: 'kept' } };

test('a line is blank, a comment, words or broken', () => {
  expect(kinds('\n \t\n# port 0\n  # "\nport 0\n; x\nport "0')).toEqual([
    'blank',
    'blank',
    'comment',
    'comment',
    'words',
    'words',
    'broken',
  ]);
});

test('a # that stands behind a form feed begins no comment', () => {
  expect(words('\f# x')).toEqual([['#', 'x']]);
});

test('Windows line endings are blanks', () => {
  expect(words('port 0\r\n\r\n"a b"\r\n')).toEqual([['port', '0'], ['a b']]);
});

test('a byte order mark is part of the first word', () => {
  expect(words('\ufeffport 0')).toEqual([['\ufeffport', '0']]);
});

test('a NUL byte takes the rest of its line with it, the newline too', () => {
  expect(words('maxclients 10\0xx\n0\ntimeout 5')).toEqual([
    ['maxclients', '100'],
    ['timeout', '5'],
  ]);
});

test('so a NUL byte in a comment hides the line below', () => {
  expect(words('# a\0b\nport 0\ntimeout 5')).toEqual([['timeout', '5']]);
});

test('a NUL byte counts only for the block of 1024 bytes that it stands in', () => {
  const text = `masterauth a\0${'x'.repeat(1024 - 13)}yy\nport 0`;
  expect(words(text)).toEqual([
    ['masterauth', 'ayy'],
    ['port', '0'],
  ]);
});

test('lines that a NUL byte joins are one to the server', () => {
  const document = read('a\0\nb\nc');
  expect(document.lines.map((_, line) => serverLineNumber(document, line))).toEqual([1, 1, 2]);
});

test('an ACL file knows no comments', () => {
  expect(parse({ uri: 'u', path: '/u', dialect: { syntax: 'acl' } }, '# x\n').lines[0]?.kind).toBe('words');
});

test('unchanged lines survive a change as the same objects', () => {
  const before = read('port 0\ntimeout 5\nhz 10\n');
  const after = reparse(before, 'port 0\ntimeout 6\nsave ""\nhz 10\n');
  expect(after.lines.map((line) => before.lines.includes(line))).toEqual([true, false, false, true, true]);
});

test('a document is the text it was read from', () => {
  const text = 'port 0\r\n\0\n"\n\n';
  expect(textOf(read(text))).toBe(text);
});

function read(text: string): Document {
  return parse({ uri: 'file:///redis.conf', path: '/redis.conf', dialect: CONFIG }, text);
}

function kinds(text: string): readonly string[] {
  return read(text).lines.map(({ kind }) => kind);
}

function words(text: string): readonly (readonly string[])[] {
  return read(text).lines.flatMap((line) => (line.kind === 'words' ? [line.words.map(({ value }) => value)] : []));
}
