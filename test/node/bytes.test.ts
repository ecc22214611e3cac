import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfText, textOfBytes } from '../../server/src/node/bytes.js';

test('UTF-8 is read as text, a byte order mark as the character that servers refuse', () => {
  expect(textOfBytes(Buffer.from('größe 数据 🔑'))).toBe('größe 数据 🔑');
  expect(textOfBytes(Buffer.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
});

test('a byte that belongs to no character is kept as a stand-in', () => {
  expect(textOfBytes(Buffer.from([0x61, 0xff, 0xc3, 0x28, 0xe2, 0x82]))).toBe('a\udcff\udcc3(\udce2\udc82');
});

test('overlong forms and surrogates are no characters', () => {
  expect(textOfBytes(Buffer.from([0xc0, 0xaf]))).toBe('\udcc0\udcaf');
  expect(textOfBytes(Buffer.from([0xed, 0xb3, 0xbf]))).toBe('\udced\udcb3\udcbf');
});

test('any bytes survive reading and writing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect([...bytesOfText(textOfBytes(Buffer.from(bytes)))]).toEqual([...bytes]);
    }),
  );
});
