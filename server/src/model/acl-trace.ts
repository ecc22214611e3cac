import type { Word } from '../syntax/words.js';
import { ACL_ERROR_TEXTS } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { applyAclRule, newUser, selectorWords, type UserState } from './acl-rules.js';
import { type CommandBits, type CommandTable, difference, isEmpty, namesOf } from './command-table.js';
import { applyToSelector, newSelector, type SelectorState } from './selector-rules.js';
import type { AclEffect, AclRule } from './user.js';

/**
 * What each ACL rule of a user did, by replaying them once more; nothing is told of users with more than a thousand.
 * @param rules as they are applied: selectors joined
 * @param ruleAt makes a rule of a word: knows where its line is
 */
export function traceOf(
  rules: readonly Word[],
  ground: AclGround,
  ruleAt: (word: Word) => AclRule,
): readonly AclEffect[] {
  if (rules.length > MOST_TRACED) return [];
  const user = newUser(ground);
  const steps = rules.map((word) => {
    const before = user.root.commands.slice();
    const described = descriptionOf(user);
    const error = applyAclRule(user, word.value, ground);
    const outcome = error !== undefined ? 'refused' : descriptionOf(user) === described ? 'no-effect' : 'applied';
    const serverSays = error === undefined ? undefined : ACL_ERROR_TEXTS[error];
    const after = user.root.commands.slice();
    return { word, outcome, serverSays, before, after, inside: insideOf(word, ground, ruleAt) } as const;
  });
  return steps.map((step, index) => {
    const added = difference(step.after, step.before);
    const removed = difference(step.before, step.after);
    const later = steps.slice(index + 1);
    const undoing =
      later[
        undoneAt(
          added,
          removed,
          later.map(({ after }) => after),
        )
      ];
    const allowed = step.inside.allowed ?? added;
    return {
      rule: ruleAt(step.word),
      outcome: step.outcome,
      serverSays: step.serverSays,
      added: namesOf(ground.table, allowed),
      removed: namesOf(ground.table, removed),
      undoneBy: undoing === undefined ? undefined : ruleAt(undoing.word),
      inside: step.inside.effects,
    };
  });
}

/** Each rule is held against all that follow it. */
const MOST_TRACED = 1000;

/** The step from which on nothing is left of a change, for good; -1 where something is left in the end. */
function undoneAt(added: CommandBits, removed: CommandBits, later: readonly CommandBits[]): number {
  if (isEmpty(added) && isEmpty(removed)) return -1;
  const isUndone = (after: CommandBits): boolean => isEmpty(both(added, after)) && isEmpty(difference(removed, after));
  let at = later.length;
  while (at > 0 && isUndone(later[at - 1] ?? added)) at--;
  return at === later.length ? -1 : at;
}

interface Inside {
  readonly effects: readonly AclEffect[];
  /** What a selector allows; undefined for a rule that is none. */
  readonly allowed: CommandBits | undefined;
}

function insideOf(rule: Word, ground: AclGround, ruleAt: (word: Word) => AclRule): Inside {
  const { value } = rule;
  if (!ground.behaviour.selectors || !value.startsWith('(') || !value.endsWith(')')) {
    return { effects: [], allowed: undefined };
  }
  const selector = newSelector(ground);
  const effects = selectorWords(value, ground.reading).map((word): AclEffect => {
    const before = selector.commands.slice();
    const described = selectorDescription(selector);
    const error = applyToSelector(selector, word.value, ground);
    const outcome =
      error !== undefined ? 'refused' : selectorDescription(selector) === described ? 'no-effect' : 'applied';
    return {
      rule: ruleAt(insideWord(rule, word)),
      outcome,
      serverSays: error === undefined ? undefined : ACL_ERROR_TEXTS[error],
      added: changedNames(ground.table, selector.commands, before),
      removed: changedNames(ground.table, before, selector.commands),
      undoneBy: undefined,
      inside: [],
    };
  });
  return { effects, allowed: selector.commands };
}

/** Where a word of a selector stands in the line: exact as long as blanks are single and nothing is quoted. */
function insideWord(rule: Word, word: Word): Word {
  const isVerbatim = rule.span.end - rule.span.start === rule.value.length;
  if (!isVerbatim) return { ...word, span: rule.span };
  const from = rule.span.start + 1;
  return { ...word, span: { start: from + word.span.start, end: from + word.span.end } };
}

function changedNames(table: CommandTable, bits: CommandBits, other: CommandBits): readonly string[] {
  return namesOf(table, difference(bits, other));
}

function both(a: CommandBits, b: CommandBits): CommandBits {
  return difference(a, difference(a, b));
}

/** All that ACL rules can change, as one text to compare; passwords by how many there are, since any new one adds to it. */
function descriptionOf(user: UserState): string {
  return [
    user.enabled,
    user.needsNoPassword,
    user.passwords.length,
    user.skipsPayloadCheck,
    ...[user.root, ...user.selectors].map(selectorDescription),
  ].join('\n');
}

function selectorDescription(selector: SelectorState): string {
  const { commands, future, firstArguments, keys, channels, databases } = selector;
  return JSON.stringify([[...commands], future, [...firstArguments], keys, channels, databases]);
}
