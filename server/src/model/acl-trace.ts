import type { Word } from '../syntax/words.js';
import { ACL_ERROR_TEXTS, type AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { applyAclRule, newUser, selectorWords, type UserState } from './acl-rules.js';
import { type CommandBits, type CommandTable, difference, isEmpty, namesOf, sameBits } from './command-table.js';
import { applyToSelector, newSelector, type SelectorState } from './selector-rules.js';
import type { AclEffect, AclRule } from './user.js';

/**
 * What each ACL rule of a user did, by replaying them once more. Lists of commands are made when somebody asks.
 * @param rules as they are applied: selectors joined
 * @param ruleAt makes a rule of a word: knows where its line is
 */
export function traceOf(
  rules: readonly Word[],
  ground: AclGround,
  ruleAt: (word: Word) => AclRule,
): readonly AclEffect[] {
  const user = newUser(ground);
  const steps: Step[] = [];
  let before = pictureOf(user);
  for (const word of rules) {
    const error = applyAclRule(user, word.value, ground);
    const after = pictureOf(user);
    steps.push(stepOf(ruleAt(word), error, before, after));
    before = after;
  }
  return steps.map((step, index) => new Effect(step, () => steps.slice(index + 1), ground, ruleAt));
}

/** One rule, and the commands before and behind it. */
interface Step {
  readonly rule: AclRule;
  readonly outcome: AclEffect['outcome'];
  readonly serverSays: string | undefined;
  readonly before: CommandBits;
  readonly after: CommandBits;
}

function stepOf(rule: AclRule, error: AclError | undefined, before: Picture, after: Picture): Step {
  return {
    rule,
    outcome: error !== undefined ? 'refused' : isSame(before, after) ? 'no-effect' : 'applied',
    serverSays: error === undefined ? undefined : ACL_ERROR_TEXTS[error],
    before: before.commands,
    after: after.commands,
  };
}

class Effect implements AclEffect {
  #inside: Inside | undefined;

  constructor(
    private readonly step: Step,
    private readonly laterSteps: () => readonly Step[],
    private readonly ground: AclGround,
    private readonly ruleAt: (word: Word) => AclRule,
  ) {}

  get rule(): AclRule {
    return this.step.rule;
  }

  get outcome(): AclEffect['outcome'] {
    return this.step.outcome;
  }

  get serverSays(): string | undefined {
    return this.step.serverSays;
  }

  get added(): readonly string[] {
    const { before, after } = this.step;
    return namesOf(this.ground.table, this.#selector().allowed ?? difference(after, before));
  }

  get removed(): readonly string[] {
    return namesOf(this.ground.table, difference(this.step.before, this.step.after));
  }

  get undoneBy(): AclRule | undefined {
    const { before, after } = this.step;
    const later = this.laterSteps();
    const afterwards = later.map((step) => step.after);
    return later[undoneAt(difference(after, before), difference(before, after), afterwards)]?.rule;
  }

  get inside(): readonly AclEffect[] {
    return this.#selector().effects;
  }

  #selector(): Inside {
    this.#inside ??= insideOf(this.step.rule.word, this.ground, this.ruleAt);
    return this.#inside;
  }
}

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

const NOTHING_INSIDE: Inside = { effects: [], allowed: undefined };

function insideOf(rule: Word, ground: AclGround, ruleAt: (word: Word) => AclRule): Inside {
  const { value } = rule;
  if (!ground.behaviour.selectors || !value.startsWith('(') || !value.endsWith(')')) return NOTHING_INSIDE;
  const selector = newSelector(ground);
  const effects = selectorWords(value, ground.reading).map((word): AclEffect => {
    const before = selectorPicture(selector);
    const error = applyToSelector(selector, word.value, ground);
    const after = selectorPicture(selector);
    return {
      rule: ruleAt(insideWord(rule, word)),
      outcome: error !== undefined ? 'refused' : isSameSelector(before, after) ? 'no-effect' : 'applied',
      serverSays: error === undefined ? undefined : ACL_ERROR_TEXTS[error],
      added: changedNames(ground.table, after.commands, before.commands),
      removed: changedNames(ground.table, before.commands, after.commands),
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

/** All that ACL rules can change; of passwords only how many there are, since any new one adds to it. */
interface Picture extends SelectorState {
  readonly enabled: boolean;
  readonly needsNoPassword: boolean;
  readonly passwords: number;
  readonly skipsPayloadCheck: boolean;
  readonly selectors: number;
}

function pictureOf(user: UserState): Picture {
  return {
    ...selectorPicture(user.root),
    enabled: user.enabled,
    needsNoPassword: user.needsNoPassword,
    passwords: user.passwords.length,
    skipsPayloadCheck: user.skipsPayloadCheck,
    selectors: user.selectors.length,
  };
}

function selectorPicture({ commands, keys, channels, ...rest }: SelectorState): SelectorState {
  const kept = <T>(list: 'all' | T[]): 'all' | T[] => (list === 'all' ? list : [...list]);
  return { ...rest, commands: commands.slice(), keys: kept(keys), channels: kept(channels) };
}

function isSame(a: Picture, b: Picture): boolean {
  return (
    a.enabled === b.enabled &&
    a.needsNoPassword === b.needsNoPassword &&
    a.passwords === b.passwords &&
    a.skipsPayloadCheck === b.skipsPayloadCheck &&
    a.selectors === b.selectors &&
    isSameSelector(a, b)
  );
}

function isSameSelector(a: SelectorState, b: SelectorState): boolean {
  return (
    a.future === b.future &&
    sameBits(a.commands, b.commands) &&
    isSameList(a.keys, b.keys) &&
    isSameList(a.channels, b.channels) &&
    isSameList(a.databases, b.databases) &&
    isSameList([...a.firstArguments.values()], [...b.firstArguments.values()])
  );
}

/** Key patterns and lists of arguments are never changed themselves, but replaced. */
function isSameList(a: 'all' | readonly unknown[], b: 'all' | readonly unknown[]): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
