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

/**
 * The bytes of a text, each as one character from U+0000 to U+00FF: what servers compare, match and hash.
 * The text itself where it is plain ASCII.
 */
export function byteString(text: string): string {
  if (isAscii(text)) return text;
  let bytes = '';
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) ?? 0;
    if (point < 0x80) bytes += String.fromCharCode(point);
    else if (isStrayByte(point)) bytes += String.fromCharCode(point - 0xdc00);
    else bytes += encoded(point);
    if (point > 0xffff) i++;
  }
  return bytes;
}

/** The first bytes of a text; what is left of a character that does not fit whole is no valid UTF-8. */
export function firstBytes(text: string, most: number): string {
  let end = 0;
  let room = most;
  for (const character of text) {
    const bytes = byteLength(character);
    if (bytes > room) return text.slice(0, end) + strayBytes(byteString(character).slice(0, room));
    end += character.length;
    room -= bytes;
  }
  return text;
}

function strayBytes(bytes: string): string {
  return bytes.replace(/[\x80-\xff]/g, (byte) => String.fromCharCode(0xdc00 + byte.charCodeAt(0)));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return false;
  return true;
}

/** UTF-8 of one code point above U+007F. */
function encoded(point: number): string {
  const tail = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), tail(0));
  if (point < 0x10000) return String.fromCharCode(0xe0 | (point >> 12), tail(6), tail(0));
  return String.fromCharCode(0xf0 | (point >> 18), tail(12), tail(6), tail(0));
}
