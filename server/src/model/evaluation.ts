import { trimmedRule } from '../syntax/acl-words.js';
import type { Word } from '../syntax/words.js';
import type { AclError } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { aclRulesOf, applyAclRule, newUser, type UserState } from './acl-rules.js';
import { commandSetOf } from './command-set.js';
import type { SelectorState } from './selector-rules.js';
import type { Selector } from './user.js';

/** What the ACL rules of one line come to, whatever line of whatever file it is. */
export interface Evaluation {
  /** The rules as they are applied: selectors joined to one word. */
  readonly rules: readonly Word[];
  readonly errors: readonly RuleError[];
  /** The word that opened a selector which nothing closes, and how many rules stand before it. */
  readonly unclosed: { readonly word: Word; readonly index: number; readonly rulesBefore: number } | undefined;
  readonly enabled: boolean;
  readonly passwords: 'not-needed' | number;
  readonly skipsPayloadCheck: boolean;
  readonly selectors: readonly [Selector, ...Selector[]];
}

/** A rule that the server refuses; it has no effect. */
export interface RuleError {
  readonly word: Word;
  /** Of the rule, from 0, selectors counted as one. */
  readonly index: number;
  readonly error: AclError;
}

/** Where the ACL rules of a user stand: in an ACL file, tabs around one are none of it. */
export type RulesFrom = 'acl-file' | 'config-file';

/**
 * Replays the ACL rules of a user on one that has none yet.
 * @param words those behind the user's name
 */
export function evaluate(words: readonly Word[], ground: AclGround, source: RulesFrom = 'config-file'): Evaluation {
  const { words: joined, unclosed } = aclRulesOf(words, ground);
  const rules = source === 'acl-file' ? joined.map(trimmedRule) : joined;
  const state = newUser(ground);
  const errors: RuleError[] = [];
  rules.forEach((word, index) => {
    const error = applyAclRule(state, word.value, ground);
    if (error !== undefined) errors.push({ word, index, error });
  });
  const opening = unclosed === undefined ? undefined : words[unclosed];
  const unclosedAt =
    unclosed === undefined || opening === undefined
      ? undefined
      : { word: opening, index: unclosed, rulesBefore: rules.length };
  return { rules, errors, unclosed: unclosedAt, ...outcomeOf(state, ground) };
}

type Outcome = Pick<Evaluation, 'enabled' | 'passwords' | 'skipsPayloadCheck' | 'selectors'>;

/** What a user may do, without the means to change it. */
export function outcomeOf(state: UserState, ground: AclGround): Outcome {
  return {
    enabled: state.enabled,
    passwords: state.needsNoPassword ? 'not-needed' : state.passwords.length,
    skipsPayloadCheck: state.skipsPayloadCheck,
    selectors: [
      new ReplayedSelector(state.root, ground),
      ...state.selectors.map((selector) => new ReplayedSelector(selector, ground)),
    ],
  };
}

/** Of most users of a long file nobody ever asks for the commands: they become a set when somebody does. */
class ReplayedSelector implements Selector {
  #commands: Selector['commands'] | undefined;

  constructor(
    private readonly state: SelectorState,
    private readonly ground: AclGround,
  ) {}

  get keys(): Selector['keys'] {
    return this.state.keys;
  }

  get channels(): Selector['channels'] {
    return this.state.channels;
  }

  get databases(): Selector['databases'] {
    return this.state.databases;
  }

  get commands(): Selector['commands'] {
    this.#commands ??= commandSetOf(this.state, this.ground.table);
    return this.#commands;
  }
}

/** The same, kept as long as the line it was made of: the name's word stands for the line. */
export function evaluateLine(name: Word, words: readonly Word[], ground: AclGround, source?: RulesFrom): Evaluation {
  const ofGround = evaluations.get(ground) ?? new WeakMap<Word, Known>();
  evaluations.set(ground, ofGround);
  const known = ofGround.get(name);
  if (known?.count === words.length) return known.evaluation;
  const evaluation = evaluate(words, ground, source);
  ofGround.set(name, { count: words.length, evaluation });
  return evaluation;
}

interface Known {
  readonly count: number;
  readonly evaluation: Evaluation;
}

const evaluations = new WeakMap<AclGround, WeakMap<Word, Known>>();
