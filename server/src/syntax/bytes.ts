/**
 * Servers read bytes, we read strings. A byte that is not valid UTF-8 is kept as a lone surrogate U+DC80..U+DCFF
 * (as Python's "surrogateescape" does), so that it counts as one byte and survives a round trip.
 */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 || isStrayByte(unit)) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(text, i)) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/** The stand-in for the byte 0xFF, which is in no UTF-8 text. */
export const BYTE_255 = '\udcff';

function isPair(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000;
}

function isStrayByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}
