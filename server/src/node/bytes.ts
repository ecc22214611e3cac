import { isUtf8 } from 'node:buffer';
import { byteLength } from '../text/bytes.js';

/**
 * The text that a file's bytes hold: UTF-8, in which a byte that belongs to no character is kept as U+DC80..U+DCFF (see
 * `syntax/bytes.ts`). A byte order mark stays, since servers refuse it.
 */
export function textOfBytes(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const units = Buffer.alloc(2 * bytes.length);
  let written = 0;
  let done = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) {
      written += units.write(bytes.toString('utf8', done, at), written, 'utf16le');
      written = units.writeUInt16LE(STRAY_BASE + (bytes[at] ?? 0), written);
      done = at + 1;
    }
    at += Math.max(1, length);
  }
  written += units.write(bytes.toString('utf8', done), written, 'utf16le');
  return units.toString('utf16le', 0, written);
}

/** The bytes of a text: the inverse of `textOfBytes`. */
export function bytesOfText(text: string): Buffer {
  const bytes = Buffer.alloc(byteLength(text));
  let written = 0;
  let done = 0;
  for (const { index } of text.matchAll(STRAY)) {
    written += bytes.write(text.slice(done, index), written, 'utf8');
    written = bytes.writeUInt8(text.charCodeAt(index) - STRAY_BASE, written);
    done = index + 1;
  }
  bytes.write(text.slice(done), written, 'utf8');
  return bytes;
}

const STRAY_BASE = 0xdc00;
const STRAY = /(?<![\ud800-\udbff])[\udc80-\udcff]/g;

/** How many bytes the character at this place has; 0 where there is none. */
function characterLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  const end = at + (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2);
  return end <= bytes.length && isUtf8(bytes.subarray(at, end)) ? end - at : 0;
}
