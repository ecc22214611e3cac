import type { Project } from '../model/project.js';
import type { Refusal, RefusalCode } from '../model/refusal.js';
import type { Statement } from '../model/statement.js';
import type { User } from '../model/user.js';
import type { Document } from '../syntax/document.js';
import type { Edit } from '../text/edit.js';
import type { Place } from '../text/place.js';
import type { Circumstances } from './circumstances.js';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

export type Profile = 'production' | 'development';

/** `load`: the server refuses the file. `safety`: it is insecure. `clarity`: it loads and does not mean what it says. */
export type RuleKind = 'load' | 'safety' | 'clarity';

export type Tag =
  | 'network'
  | 'authentication'
  | 'acl'
  | 'commands'
  | 'tls'
  | 'files'
  | 'scripting'
  | 'replication'
  | 'sentinel'
  | 'limits'
  | 'logging'
  | 'secrets'
  | 'versions'
  | 'syntax';

/** A change that mends a finding. `safe`: the server's behaviour cannot change. */
export interface Fix {
  /** Imperative, as the light bulb shows it: "Move the comment to its own line". */
  readonly title: string;
  readonly safety: 'safe' | 'review';
  readonly edits: readonly Edit[];
  /** A part of the new text that the user is to replace, such as an address: the editor selects it. */
  readonly placeholder?: string;
  /**
   * A secret made for this fix, or that the file loses by it, for the user's eyes only: shown once by the editor, left out
   * of every report.
   */
  readonly secret?: string;
}

export interface Related {
  readonly at: Place;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly message: string;
  readonly serverSays: string | undefined;
  readonly at: Place;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** What a rule may say beyond place and message. */
export interface Extras {
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Made only when somebody asks for them where that takes long. */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
}

export type Report = (at: Place, message: string, extras?: Extras) => void;

/** What every rule is given: the project as the target reads it, and who asks. */
export interface Context {
  readonly project: Project;
  readonly profile: Profile;
  readonly circumstances: Circumstances;
  /** Milliseconds since 1970, in UTC. */
  readonly now: number;
  /** Cryptographically random bytes, for generated secrets; from the host. */
  randomBytes(count: number): Uint8Array;
}

/** What a `load` rule makes of a refusal: the model says that and where, the rule says it to a person. */
export interface Explanation {
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** A rule that somebody has allowed at some place, after all rules have run. */
export interface JudgedAllowance {
  /** The id as written. */
  readonly rule: string;
  /** Whether there is a rule of that id. */
  readonly exists: boolean;
  /** Empty where none is given. */
  readonly reason: string;
  /** The id, where it is written. */
  readonly at: Place;
  /** How many findings it hid. */
  readonly hidden: number;
}

interface RuleData {
  /** Names the problem, kebab-case; reads well after "allow". */
  readonly id: string;
  /** Other names that this problem goes by; several rules may share one. `explain` finds the rule by them. */
  readonly aliases?: readonly string[];
  readonly tags: readonly Tag[];
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Why it matters: what the server does, what an attacker gains. */
  readonly rationale: string;
  /** When it says nothing though one might expect it to: whole sentences. */
  readonly silentWhen?: string;
  readonly references: readonly string[];
  /** Rules that have nothing to add where this one has spoken: their findings on the same line are left out. */
  readonly supersedes?: readonly string[];
  /**
   * Files drawn as tests draw them: lines of marks (`# ^^^^ message`) under the offending text in `bad`; `good` is
   * `bad` after its first fix. `target` and `circumstances` where they are not the default.
   */
  readonly example: {
    readonly target?: string;
    readonly circumstances?: Partial<Circumstances>;
    readonly bad: string;
    readonly good: string;
  };
}

export interface LoadRule extends RuleData {
  readonly kind: 'load';
  readonly explains: readonly RefusalCode[];
  explain(refusal: Refusal, context: Context): Explanation;
}

export interface JudgingRule extends RuleData {
  readonly kind: 'safety' | 'clarity';
  readonly severity: Severity | Readonly<Record<Profile, Severity | 'off'>>;
  /** Where a file breaks it in many lines for one cause: told at the first of them, with the others related. */
  readonly oncePerFile?: true;
  /** Called for each accepted statement, in the server's order. */
  statement?(statement: Statement, context: Context, report: Report): void;
  /** Called for each document of the project. */
  document?(document: Document, context: Context, report: Report): void;
  /** Called for each user in force. */
  user?(user: User, context: Context, report: Report): void;
  /** Called once. */
  project?(context: Context, report: Report): void;
  /** Called last, for each allowance of a rule that has run or that does not exist. */
  allowance?(allowance: JudgedAllowance, context: Context, report: Report): void;
}

export type Rule = LoadRule | JudgingRule;

/** Types a rule's definition; nothing else. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
