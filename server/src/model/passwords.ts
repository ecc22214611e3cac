import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { byteString } from '../text/bytes.js';

/**
 * A user's passwords while its ACL rules are applied: `>clear` or `#hash`. Servers keep hashes; here a password is
 * hashed only when a hash is to be compared with it. Nothing but how many there are leaves the evaluation.
 */
export type PasswordList = string[];

/** Adds the password of a rule, `>clear` or `#hash`, unless it is there already. */
export function addPassword(passwords: PasswordList, rule: string): void {
  const password = stored(rule);
  if (!passwords.some((known) => isSame(known, password))) passwords.push(password);
}

/** Removes the password of a rule, `<clear` or `!hash`; false where there is no such password. */
export function removePassword(passwords: PasswordList, rule: string): boolean {
  const password = stored(rule);
  const at = passwords.findIndex((known) => isSame(known, password));
  if (at === -1) return false;
  passwords.splice(at, 1);
  return true;
}

/** Whether the text is a hash as `#` and `!` want it: `ACLCheckPasswordHash` (acl.c). */
export function isPasswordHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** `>` and the clear text, or `#` and the hash. */
function stored(rule: string): string {
  const kind = rule.startsWith('>') || rule.startsWith('<') ? '>' : '#';
  return kind + byteString(rule.slice(1));
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  if (a[0] === b[0]) return false;
  const [clear, hash] = a.startsWith('>') ? [a, b] : [b, a];
  return hashed(clear.slice(1)) === hash.slice(1);
}

function hashed(bytes: string): string {
  return bytesToHex(sha256(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))));
}
