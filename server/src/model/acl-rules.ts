import { asciiLower, cString } from '../catalog/values/c-string.js';
import { mergeSelectors } from '../syntax/acl-words.js';
import { type Reading, splitWords, type Word } from '../syntax/words.js';
import { byteString } from '../text/bytes.js';
import type { AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { isPasswordHash, type PasswordList, passwordList } from './passwords.js';
import { applyToSelector, newSelector, type SelectorState } from './selector-rules.js';

/** A user while ACL rules are applied to it. */
export interface UserState {
  enabled: boolean;
  needsNoPassword: boolean;
  readonly passwords: PasswordList;
  skipsPayloadCheck: boolean;
  root: SelectorState;
  selectors: SelectorState[];
}

/** A user as it is before its first ACL rule: off, without password, nothing allowed. */
export function newUser(ground: AclGround): UserState {
  return {
    enabled: false,
    needsNoPassword: false,
    passwords: passwordList(),
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
  if (rule === '') return undefined;
  const word = asciiLower(cString(rule));
  const { behaviour } = ground;
  switch (word) {
    case 'on':
      user.enabled = true;
      return undefined;
    case 'off':
      user.enabled = false;
      return undefined;
    case 'nopass':
      user.needsNoPassword = true;
      user.passwords.clear();
      return undefined;
    case 'resetpass':
      user.needsNoPassword = false;
      user.passwords.clear();
      return undefined;
    case 'skip-sanitize-payload':
    case 'sanitize-payload':
      if (behaviour.payloadCheck === 'unknown') return 'syntax';
      user.skipsPayloadCheck = word === 'skip-sanitize-payload' && behaviour.payloadCheck === 'kept';
      return undefined;
    case 'clearselectors':
      if (!behaviour.selectors) return 'syntax';
      user.selectors = [];
      return undefined;
    case 'reset':
      reset(user, ground);
      return undefined;
  }
  const passwordError = changePasswords(user, rule);
  if (passwordError !== 'not a password') return passwordError;
  if (behaviour.selectors && rule.startsWith('(') && rule.endsWith(')')) return addSelector(user, rule, ground);
  return applyToSelector(user.root, rule, ground);
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
  const { words, broken } = splitWords(rule.slice(1, -1), reading);
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

function reset(user: UserState, ground: AclGround): void {
  user.enabled = false;
  user.needsNoPassword = false;
  user.passwords.clear();
  user.skipsPayloadCheck = false;
  user.root = newSelector(ground);
  user.selectors = [];
}

function changePasswords(user: UserState, rule: string): AclError | undefined | 'not a password' {
  switch (rule[0]) {
    case '>':
    case '#':
      if (rule.startsWith('#') && !isPasswordHash(byteString(rule.slice(1)))) return 'password-digest';
      user.passwords.add(rule);
      user.needsNoPassword = false;
      return undefined;
    case '<':
    case '!':
      if (rule.startsWith('!') && !isPasswordHash(byteString(rule.slice(1)))) return 'password-digest';
      return user.passwords.remove(rule) ? undefined : 'password-absent';
    default:
      return 'not a password';
  }
}
