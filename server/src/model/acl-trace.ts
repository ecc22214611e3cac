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
  evaluation: Replayable,
  ground: AclGround,
  ruleAt: (word: Word) => AclRule,
): readonly AclEffect[] {
  const { rules, errors } = evaluation;
  let replayed: readonly Step[] | undefined;
  const steps = (): readonly Step[] => (replayed ??= stepsOf(evaluation, ground));
  return rules.map((word, index) => {
    const error = errors.find((refused) => refused.index === index)?.error;
    return new Effect({ word, rules, index, error }, steps, ground, ruleAt);
  });
}

/** What one rule did: the commands before and behind it, and lists of them once somebody has asked. */
class Step {
  #added: readonly string[] | undefined;
  #removed: readonly string[] | undefined;

  constructor(
    readonly hasEffect: boolean,
    readonly before: CommandBits,
    readonly after: CommandBits,
    private readonly table: CommandTable,
  ) {}

  get added(): readonly string[] {
    this.#added ??= changedNames(this.table, this.after, this.before);
    return this.#added;
  }

  get removed(): readonly string[] {
    this.#removed ??= changedNames(this.table, this.before, this.after);
    return this.#removed;
  }
}

/**
 * The steps of a user's rules. Many users of a long file differ in nothing but a name, a password and a prefix: as long
 * as there are not too many kinds, these share their steps.
 */
function stepsOf({ rules, errors }: Replayable, ground: AclGround): readonly Step[] {
  const kind = errors.length === 0 ? kindOf(rules) : undefined;
  if (kind === undefined) return replay(rules, ground);
  const known = kinds.get(ground) ?? new Map<string, readonly Step[]>();
  kinds.set(ground, known);
  const steps = known.get(kind) ?? replay(rules, ground);
  if (known.size >= REMEMBERED) known.clear();
  known.set(kind, steps);
  return steps;
}

const kinds = new WeakMap<AclGround, Map<string, readonly Step[]>>();

const REMEMBERED = 1000;

/** The rules without what may differ: one password, one prefix of keys and one of channels; undefined where there are more. */
function kindOf(rules: readonly Word[]): string | undefined {
  let [passwords, keys, channels] = [0, 0, 0];
  const words = rules.map(({ value }) => {
    if (/^[>#]/.test(value)) return `>${passwords++}`;
    if (value.startsWith('~') && value !== '~*') return `~${keys++}`;
    if (value.startsWith('&') && value !== '&*') return `&${channels++}`;
    return value;
  });
  return Math.max(passwords, keys, channels) > 1 ? undefined : words.join('\n');
}

function replay(rules: readonly Word[], ground: AclGround): readonly Step[] {
  const user = newUser(ground);
  let before = pictureOf(user, undefined);
  return rules.map(({ value }) => {
    applyAclRule(user, value, ground);
    const after = pictureOf(user, before);
    const step = new Step(!isSame(before, after), before.commands, after.commands, ground.table);
    before = after;
    return step;
  });
}

type Replayable = Pick<Evaluation, 'rules' | 'errors'>;

/** A rule among those of its user. */
interface Replayed {
  readonly word: Word;
  readonly rules: readonly Word[];
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
    const { allowed } = this.#selector();
    return allowed === undefined ? (this.#step()?.added ?? []) : namesOf(this.ground.table, allowed);
  }

  get removed(): readonly string[] {
    return this.#step()?.removed ?? [];
  }

  get undoneBy(): AclRule | undefined {
    const [step, ...later] = this.steps().slice(this.replayed.index);
    if (step === undefined) return undefined;
    const { before, after } = step;
    const afterwards = later.map((step) => step.after);
    const at = undoneAt(difference(after, before), difference(before, after), afterwards);
    const undoing = at === -1 ? undefined : this.replayed.rules[this.replayed.index + 1 + at];
    return undoing === undefined ? undefined : this.ruleAt(undoing);
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
