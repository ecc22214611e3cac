import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfText, textOfBytes } from '../../server/src/node/bytes.js';
import { type Document, parse, reparse, textOf } from '../../server/src/syntax/document.js';
import type { Dialect, Line } from '../../server/src/syntax/line.js';
import { splitWords } from '../../server/src/syntax/words.js';

const DIALECTS: readonly Dialect[] = [
  { syntax: 'config', reading: { textAfterQuote: 'refused', byte255: 'kept' } },
  { syntax: 'config', reading: { textAfterQuote: 'joined', byte255: 'dropped' } },
  { syntax: 'acl' },
];

const anyDialect = fc.constantFrom(...DIALECTS);

/** Any bytes at all, with those that mean something more often than not. */
const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'ab01 \t\r\n\v\f"\'\\#x()~>', '\n', '\n', '\0', '\ufeff', 'é') },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }).map((bytes) => textOfBytes(Buffer.from(bytes))) },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));

test('whatever the bytes, words lie in their line, in order, and the text is kept', () => {
  fc.assert(
    fc.property(anyText, anyDialect, (text, dialect) => {
      const document = read(text, dialect);
      expect(textOf(document)).toBe(text);
      for (const line of document.lines) expect(spansAreSound(line)).toBe(true);
    }),
  );
});

test('reading a changed text again comes to the same as reading it for the first time', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, anyText, anyDialect, (head, old, changed, tail, dialect) => {
      const before = read(head + old + tail, dialect);
      expect(reparse(before, head + changed + tail)).toEqual(read(head + changed + tail, dialect));
    }),
  );
});

test('a word in quotes is the word', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...DIALECTS.slice(0, 2)), (value, dialect) => {
      if (dialect.syntax === 'acl') return;
      const quoted = `"${value.replace(/["\\]/g, '\\$&')}"`;
      expect(splitWords(quoted, dialect.reading).words.map((word) => word.value)).toEqual([value]);
    }),
  );
});

test('bytes become text and bytes again', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOfText(textOfBytes(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
});

test('a line of millions of characters is read in one go', () => {
  for (const text of [
    '"'.repeat(2_000_001),
    `"${'\\'.repeat(2_000_000)}`,
    ' '.repeat(2_000_000),
    '\0'.repeat(2_000_000),
    'a '.repeat(1_000_000),
  ]) {
    for (const dialect of DIALECTS) expect(read(text, dialect).lines).toHaveLength(1);
  }
});

function read(text: string, dialect: Dialect): Document {
  return parse({ uri: 'file:///f', path: '/f', dialect }, text);
}

function spansAreSound(line: Line): boolean {
  const spans = 'words' in line ? line.words.map(({ span }) => span) : [];
  const all = line.kind === 'broken' ? [...spans, line.at] : spans;
  return all.every(({ start, end }, index) => {
    const previous = all[index - 1];
    return start <= end && end <= line.text.length && (previous === undefined || previous.end <= start);
  });
}
