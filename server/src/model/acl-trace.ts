import type { Word } from '../syntax/words.js';
import { ACL_ERROR_TEXTS, type AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { applyAclRule, newUser, selectorWords, type UserState } from './acl-rules.js';
import { type CommandBits, type CommandTable, difference, isEmpty, namesOf, sameBits } from './command-table.js';
import type { Evaluation } from './evaluation.js';
import { applyToSelector, newSelector, type SelectorState } from './selector-rules.js';
import type { AclEffect, AclRule } from './user.js';

/**
 * What each ACL rule of a user did, by replaying them once more, which happens when somebody asks for more than which
 * rules there are and which are refused: of most users of a long file nobody does. Lists of commands are made as late.
 * @param ruleAt makes a rule of a word: knows where its line is
 */
export function traceOf(
  evaluation: Pick<Evaluation, 'rules' | 'errors'>,
  ground: AclGround,
  ruleAt: (word: Word) => AclRule,
): readonly AclEffect[] {
  const { rules, errors } = evaluation;
  return rules.map((word, index) => {
    const error = errors.find((refused) => refused.index === index)?.error;
    return new Effect({ word, index, error }, () => stepsOf(rules, ground), ground, ruleAt);
  });
}

/** One rule, and the commands before and behind it. */
interface Step {
  readonly word: Word;
  readonly hasEffect: boolean;
  readonly before: CommandBits;
  readonly after: CommandBits;
}

/** The steps, kept as long as the line that they were made of: edits of other lines leave them alone. */
function stepsOf(rules: readonly Word[], ground: AclGround): readonly Step[] {
  const known = replays.get(rules);
  if (known?.ground === ground) return known.steps;
  const steps = replay(rules, ground);
  replays.set(rules, { ground, steps });
  return steps;
}

const replays = new WeakMap<readonly Word[], { ground: AclGround; steps: readonly Step[] }>();

function replay(rules: readonly Word[], ground: AclGround): readonly Step[] {
  const user = newUser(ground);
  let before = pictureOf(user, undefined);
  return rules.map((word) => {
    applyAclRule(user, word.value, ground);
    const after = pictureOf(user, before);
    const step = { word, hasEffect: !isSame(before, after), before: before.commands, after: after.commands };
    before = after;
    return step;
  });
}

/** A rule among those of its user. */
interface Replayed {
  readonly word: Word;
  readonly index: number;
  readonly error: AclError | undefined;
}

class Effect implements AclEffect {
  #rule: AclRule | undefined;
  #inside: Inside | undefined;

  /** @param steps those of all rules of the user */
  constructor(
    private readonly replayed: Replayed,
    private readonly steps: () => readonly Step[],
    private readonly ground: AclGround,
    private readonly ruleAt: (word: Word) => AclRule,
  ) {}

  get rule(): AclRule {
    this.#rule ??= this.ruleAt(this.replayed.word);
    return this.#rule;
  }

  get outcome(): AclEffect['outcome'] {
    if (this.replayed.error !== undefined) return 'refused';
    return this.#step()?.hasEffect === true ? 'applied' : 'no-effect';
  }

  get serverSays(): string | undefined {
    const { error } = this.replayed;
    return error === undefined ? undefined : ACL_ERROR_TEXTS[error];
  }

  get added(): readonly string[] {
    const step = this.#step();
    const allowed = this.#selector().allowed;
    if (step === undefined) return [];
    return namesOf(this.ground.table, allowed ?? difference(step.after, step.before));
  }

  get removed(): readonly string[] {
    const step = this.#step();
    return step === undefined ? [] : changedNames(this.ground.table, step.before, step.after);
  }

  get undoneBy(): AclRule | undefined {
    const [step, ...later] = this.steps().slice(this.replayed.index);
    if (step === undefined) return undefined;
    const { before, after } = step;
    const afterwards = later.map((step) => step.after);
    const undoing = later[undoneAt(difference(after, before), difference(before, after), afterwards)];
    return undoing === undefined ? undefined : this.ruleAt(undoing.word);
  }

  get inside(): readonly AclEffect[] {
    return this.#selector().effects;
  }

  #selector(): Inside {
    this.#inside ??= insideOf(this.rule.word, this.ground, this.ruleAt);
    return this.#inside;
  }

  #step(): Step | undefined {
    return this.steps()[this.replayed.index];
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
    const before = selectorPicture(selector, undefined);
    const error = applyToSelector(selector, word.value, ground);
    const after = selectorPicture(selector, before);
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

/** @param before shares the commands with it where they are the same, as they are behind most rules */
function pictureOf(user: UserState, before: SelectorState | undefined): Picture {
  const { commands, future, firstArguments, keys, channels, databases } = selectorPicture(user.root, before);
  // Written out, since there may be very many: copying by spreading takes several times as long.
  return {
    commands,
    future,
    firstArguments,
    keys,
    channels,
    databases,
    enabled: user.enabled,
    needsNoPassword: user.needsNoPassword,
    passwords: user.passwords.length,
    skipsPayloadCheck: user.skipsPayloadCheck,
    selectors: user.selectors.length,
  };
}

function selectorPicture(selector: SelectorState, before: SelectorState | undefined): SelectorState {
  const { commands, future, firstArguments, keys, channels, databases } = selector;
  const isShared = before !== undefined && sameBits(commands, before.commands);
  return {
    commands: isShared ? before.commands : commands.slice(),
    future,
    firstArguments,
    keys: keys === 'all' ? keys : keys.slice(),
    channels: channels === 'all' ? channels : channels.slice(),
    databases,
  };
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
    (a.firstArguments === b.firstArguments ||
      isSameList([...a.firstArguments.values()], [...b.firstArguments.values()]))
  );
}

/** Key patterns and lists of arguments are never changed themselves, but replaced. */
function isSameList(a: 'all' | readonly unknown[], b: 'all' | readonly unknown[]): boolean {
  if (a === 'all' || b === 'all') return a === b;
  return a === b || (a.length === b.length && a.every((item, i) => item === b[i]));
}
