import { asciiLower, cString } from '../catalog/values/c-string.js';
import { mergeSelectors } from '../syntax/acl-words.js';
import { type Reading, splitWords, type Word } from '../syntax/words.js';
import { byteString } from '../text/bytes.js';
import type { AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { addPassword, isPasswordHash, type PasswordList, removePassword } from './passwords.js';
import { applyToSelector, newSelector, type SelectorState } from './selector-rules.js';

/** A user while ACL rules are applied to it. */
export interface UserState {
  enabled: boolean;
  needsNoPassword: boolean;
  passwords: PasswordList;
  skipsPayloadCheck: boolean;
  root: SelectorState;
  selectors: SelectorState[];
}

/** A user as it is before its first ACL rule: off, without password, nothing allowed. */
export function newUser(ground: AclGround): UserState {
  return {
    enabled: false,
    needsNoPassword: false,
    passwords: [],
    skipsPayloadCheck: false,
    root: newSelector(ground),
    selectors: [],
  };
}

/** The user that there is without any `user` line: on, no password, everything allowed. */
export function builtInDefaultUser(ground: AclGround): UserState {
  const user = newUser(ground);
  for (const rule of ['+@all', '~*', 'allchannels', 'on', 'nopass']) applyAclRule(user, rule, ground);
  return user;
}

/**
 * Applies one ACL rule to a user as `ACLSetUser` (acl.c) does.
 * @param rule a word, or from 7.0 on a whole selector with its words joined by blanks
 * @returns why the server refuses the rule; undefined when it takes it
 */
export function applyAclRule(user: UserState, rule: string, ground: AclGround): AclError | undefined {
  switch (rule[0]) {
    case undefined:
      return undefined;
    case '+':
    case '-':
    case '~':
    case '%':
    case '&':
      return applyToSelector(user.root, rule, ground);
    case '>':
    case '#':
      return givePassword(user, rule);
    case '<':
    case '!':
      return takePassword(user, rule);
    case '(':
      return ground.behaviour.selectors && rule.endsWith(')') ? addSelector(user, rule, ground) : 'syntax';
    default:
      return applyWord(user, asciiLower(cString(rule)), ground) ? undefined : applyToSelector(user.root, rule, ground);
  }
}

/** The words about the user itself; false for any other. */
function applyWord(user: UserState, word: string, ground: AclGround): boolean {
  const { selectors, payloadCheck } = ground.behaviour;
  switch (word) {
    case 'on':
    case 'off':
      user.enabled = word === 'on';
      return true;
    case 'nopass':
    case 'resetpass':
      user.needsNoPassword = word === 'nopass';
      user.passwords = [];
      return true;
    case 'skip-sanitize-payload':
    case 'sanitize-payload':
      if (payloadCheck === 'unknown') return false;
      user.skipsPayloadCheck = word === 'skip-sanitize-payload' && payloadCheck === 'kept';
      return true;
    case 'clearselectors':
      if (!selectors) return false;
      user.selectors = [];
      return true;
    case 'reset':
      Object.assign(user, newUser(ground));
      return true;
    default:
      return false;
  }
}

/** The words of a line behind the user's name as they are applied: from 7.0 on selectors are joined first. */
export function aclRulesOf(words: readonly Word[], { behaviour }: AclGround): ReturnType<typeof mergeSelectors> {
  return behaviour.selectors ? mergeSelectors(words, behaviour.reopenedSelector) : { words, unclosed: undefined };
}

/**
 * The words inside a selector. It is split as a line of a configuration file is, quotes and all (`sdssplitargs` in
 * `aclCreateSelectorFromOpSet`), and counts as empty where that fails.
 */
export function selectorWords(rule: string, reading: Reading): readonly Word[] {
  const { words, broken } = splitWords(cString(rule.slice(1, -1)), reading);
  return broken === undefined ? words : [];
}

function addSelector(user: UserState, rule: string, ground: AclGround): AclError | undefined {
  const selector = newSelector(ground);
  for (const { value } of selectorWords(rule, ground.reading)) {
    const error = applyToSelector(selector, value, ground);
    if (error !== undefined) return error;
  }
  user.selectors.push(selector);
  return undefined;
}

function givePassword(user: UserState, rule: string): AclError | undefined {
  if (rule.startsWith('#') && !isPasswordHash(byteString(rule.slice(1)))) return 'password-digest';
  addPassword(user.passwords, rule);
  user.needsNoPassword = false;
  return undefined;
}

function takePassword(user: UserState, rule: string): AclError | undefined {
  if (rule.startsWith('!') && !isPasswordHash(byteString(rule.slice(1)))) return 'password-digest';
  return removePassword(user.passwords, rule) ? undefined : 'password-absent';
}
