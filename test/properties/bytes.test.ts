import fc from 'fast-check';
import { test } from 'vitest';
import { byteString, firstBytes } from '../../server/src/text/bytes.js';

test('the first bytes of a text are those of its bytes', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(20),
      (text, most) => byteString(firstBytes(text, most)) === byteString(text).slice(0, most),
    ),
  );
});
