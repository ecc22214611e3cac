import type { Readable, Writable } from 'node:stream';
import type { Output } from '../cli/io.js';
import { bytesOfText, textOfBytes } from './bytes.js';

/** A stream that text is written to, bytes that are no UTF-8 included. */
export function output(stream: Writable & { readonly isTTY?: boolean }): Output {
  return {
    isTerminal: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(bytesOfText(text))) resolve();
        else stream.once('drain', resolve);
      }),
  };
}

/** The text of a stream in pieces that end with a line or, in a very long one, with a character. */
export async function* input(stream: Readable): AsyncGenerator<string> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    pending.push(bytes);
    if (!bytes.includes(NEWLINE) && size < LONGEST) continue;
    const all = Buffer.concat(pending);
    const newline = all.lastIndexOf(NEWLINE);
    const end = newline === -1 ? lastCharacter(all) : newline + 1;
    yield textOfBytes(all.subarray(0, end));
    pending = [all.subarray(end)];
    size = all.length - end;
  }
  yield textOfBytes(Buffer.concat(pending));
}

const NEWLINE = 0x0a;
const LONGEST = 1024 * 1024;

/** Where the last character starts, so that it is not torn when the rest of it is still to come. */
function lastCharacter(bytes: Buffer): number {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return at;
}
