import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byteString } from '../text/bytes.js';
import type { Context, Fix } from './define.js';

/** A password made for a fix. */
export interface NewSecret {
  /** 64 hexadecimal digits, as `ACL GENPASS` makes them; for the user's eyes only. */
  readonly clear: string;
  /** `#` and its SHA-256, as an ACL rule holds it. */
  readonly digest: string;
}

/** Makes a password out of 32 random bytes. */
export function newSecret({ randomBytes }: Pick<Context, 'randomBytes'>): NewSecret {
  const clear = bytesToHex(randomBytes(32));
  return { clear, digest: digestOf(clear) };
}

/** The ACL rule `#…` that stands for a password in clear text. */
export function digestOf(password: string): string {
  const bytes = Uint8Array.from(byteString(password), (byte) => byte.charCodeAt(0));
  return `#${bytesToHex(sha256(bytes))}`;
}

/** Whether a password was made of which the file gets only the digest, so that somebody has to see it now. */
export function mustBeShown({ secret, edits }: Fix): boolean {
  return secret !== undefined && !edits.some(({ newText }) => newText.includes(secret));
}
