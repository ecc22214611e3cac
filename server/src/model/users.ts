import type { Catalog } from '../catalog/catalog.js';
import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';
import { readAclFile } from './acl-file.js';
import { type AclGround, aclGround } from './acl-ground.js';
import { applyAclRule, builtInDefaultUser } from './acl-rules.js';
import { traceOf } from './acl-trace.js';
import { type Evaluation, evaluateLine, outcomeOf } from './evaluation.js';
import { namesModule } from './modules.js';
import type { RootKind, UserSource } from './project.js';
import type { Refusal } from './refusal.js';
import type { Settings } from './settings.js';
import type { Statement } from './statement.js';
import type { User } from './user.js';
import { type LeftError, loadingRefusals, readingRefusal } from './user-lines.js';

/**
 * The refusal of a `user` line while it is read.
 * @param number the line number that the server gives it, from 1
 * @param earlier the `user` lines taken before it
 * @param channelsByDefault what `acl-pubsub-default` is at this line; undefined where no line before sets it
 * @param left what the last other line with a say in it left in `errno`; undefined where there is none
 */
export function checkUserLine(
  statement: Statement,
  number: number,
  earlier: readonly Statement[],
  catalog: Catalog,
  channelsByDefault: string | undefined,
  left: LeftError | undefined,
): Refusal | undefined {
  return readingRefusal(statement, number, earlier, aclGround(catalog, channelsByDefault), left);
}

/** The users in force, and what the server refuses when it loads them. */
export interface UsersInForce {
  /** By name, `default` always among them. */
  readonly users: ReadonlyMap<string, User>;
  readonly refusals: readonly Refusal[];
}

/**
 * The users of a server as it holds them once it has started. What it refuses counts as not written, so that a file
 * under work still tells who can do what.
 */
export function usersOf(
  source: UserSource,
  settings: Settings,
  catalog: Catalog,
  kind: RootKind = 'config',
): UsersInForce {
  const ground = aclGround(catalog, settings.get('acl-pubsub-default')?.value);
  // A module brings commands and categories that nobody here knows, so that none can be called unknown. A Sentinel
  // loads none.
  const loadsModules = kind !== 'sentinel' && settings.statements('loadmodule').some(namesModule);
  const isJudged = ({ code }: Refusal): boolean => code !== 'acl-unknown-command' || !loadsModules;
  if (source.kind === 'file') return fromFile(source, ground, isJudged);
  return fromLines(source.kind === 'lines' ? source.statements : [], settings, ground, isJudged);
}

/** A file without `user default` brings the built-in one back, and `requirepass` has no effect. */
function fromFile(
  { document }: Extract<UserSource, { kind: 'file' }>,
  ground: AclGround,
  isJudged: (refusal: Refusal) => boolean,
): UsersInForce {
  const users = new Map<string, User>([['default', builtIn(ground, '')]]);
  if (document === undefined) return { users, refusals: [] };
  const { lines, refusals } = readAclFile(document, ground);
  for (const { line, name, evaluation } of lines) {
    users.set(name.value, definedUser(document.uri, line, name, evaluation, ground));
  }
  return { users, refusals: refusals.filter(isJudged) };
}

function fromLines(
  statements: readonly Statement[],
  settings: Settings,
  ground: AclGround,
  isJudged: (refusal: Refusal) => boolean,
): UsersInForce {
  const users = new Map<string, User>([['default', builtIn(ground, settings.text('requirepass'))]]);
  const refusals: Refusal[] = [];
  const isHidden = ground.behaviour.hidesUsersInLog && settings.isOn('hide-user-data-from-log');
  const namesInLog = isHidden ? 'redacted' : 'shown';
  for (const statement of statements) {
    const [name, ...words] = statement.args;
    if (name === undefined) continue;
    const evaluation = evaluateLine(name, words, ground);
    users.set(name.value, definedUser(statement.document.uri, statement.line, name, evaluation, ground));
    refusals.push(...loadingRefusals(statement, evaluation, namesInLog).filter(isJudged));
  }
  return { users, refusals };
}

/** The same user as before where its line and the place of that are the same, with all that was asked of it. */
function definedUser(uri: string, line: number, name: Word, evaluation: Evaluation, ground: AclGround): DefinedUser {
  const known = defined.get(name);
  if (known?.isMadeOf(uri, line, evaluation, ground)) return known;
  const user = new DefinedUser(uri, line, name, evaluation, ground);
  defined.set(name, user);
  return user;
}

/** By the word of the name, which stands for the line. */
const defined = new WeakMap<Word, DefinedUser>();

/** A user that a line defines: what it may do was replayed with the line, the rest is made when somebody asks. */
class DefinedUser implements User {
  #trace: User['trace'] | undefined;

  constructor(
    private readonly uri: string,
    private readonly line: number,
    private readonly word: Word,
    private readonly evaluation: Evaluation,
    private readonly ground: AclGround,
  ) {}

  isMadeOf(uri: string, line: number, evaluation: Evaluation, ground: AclGround): boolean {
    return this.uri === uri && this.line === line && this.evaluation === evaluation && this.ground === ground;
  }

  get name(): string {
    return this.word.value;
  }

  get enabled(): boolean {
    return this.evaluation.enabled;
  }

  get passwords(): User['passwords'] {
    return this.evaluation.passwords;
  }

  get skipsPayloadCheck(): boolean {
    return this.evaluation.skipsPayloadCheck;
  }

  get selectors(): User['selectors'] {
    return this.evaluation.selectors;
  }

  get definedAt(): Place {
    return this.#place(this.word);
  }

  get trace(): User['trace'] {
    this.#trace ??= traceOf(this.evaluation, this.ground, (word) => ({ word, at: this.#place(word) }));
    return this.#trace;
  }

  #place({ span }: Word): Place {
    return { uri: this.uri, line: this.line, ...span };
  }
}

/** `requirepass` sets the password of the default user (`ACLUpdateDefaultUserPassword`). */
function builtIn(ground: AclGround, requirepass: string): User {
  const state = builtInDefaultUser(ground);
  for (const rule of requirepass === '' ? [] : ['resetpass', `>${requirepass}`]) applyAclRule(state, rule, ground);
  return { name: 'default', ...outcomeOf(state, ground), trace: [], definedAt: undefined };
}
