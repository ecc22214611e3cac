import type { AclRule, User } from '../model/user.js';
import { digestOf } from './new-secret.js';

/** A password of a user, where it is written. */
export interface PasswordInForce {
  readonly rule: AclRule;
  /** As an ACL rule holds it: `#` and the SHA-256. Never put it in a message. */
  readonly digest: string;
}

/** The passwords that a user has in the end, in the order of their words (`ACLSetUser`, acl.c). */
export function passwordsInForce({ trace }: User): readonly PasswordInForce[] {
  let passwords: PasswordInForce[] = [];
  for (const { rule, serverSays } of trace) {
    const { value } = rule.word;
    if (serverSays !== undefined) continue;
    if (/^(?:nopass|resetpass|reset)$/i.test(value)) passwords = [];
    const digest = /^[><]/.test(value) ? digestOf(value.slice(1)) : value.replace(/^!/, '#');
    if (/^[<!]/.test(value)) passwords = passwords.filter((password) => password.digest !== digest);
    if (/^[>#]/.test(value)) passwords.push({ rule, digest });
  }
  return passwords;
}
