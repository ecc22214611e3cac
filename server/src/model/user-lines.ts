import { asciiLower, cString } from '../catalog/values/c-string.js';
import type { Word } from '../syntax/words.js';
import { ACL_ERROR_CODES, ACL_ERROR_TEXTS, DUPLICATE_USER_TEXT } from './acl-errors.js';
import { type AclGround, groundBeforeModules } from './acl-ground.js';
import { type Evaluation, evaluateLine, type RuleError } from './evaluation.js';
import { asLogged } from './log.js';
import type { Refusal } from './refusal.js';
import { hasBlank } from './selector-rules.js';
import { placeOf, type Statement } from './statement.js';

/** What a line that is no `user` line left in C's `errno`, of which the message about a later one may speak. */
export interface LeftError {
  /** How many of the `user` lines taken stand before it. */
  readonly usersBefore: number;
  /** Of an included folder, or nothing where a number was read. */
  readonly error: 'is-a-directory' | 'none';
}

/**
 * Why the server refuses a `user` line of a configuration file while it reads it (`ACLAppendUserForLoading`, acl.c).
 * Unknown commands and categories are not looked at yet, since a module could bring them.
 * @param statement a `user` line with at least a name
 * @param number the line number that the server gives it, from 1
 * @param earlier the `user` lines read and accepted before it, in order
 * @param ground with the value that `acl-pubsub-default` has at this line
 * @param left what the last other line with a say in it left in `errno`; undefined where there is none
 */
export function readingRefusal(
  statement: Statement,
  number: number,
  earlier: readonly Statement[],
  ground: AclGround,
  left: LeftError | undefined,
): Refusal | undefined {
  const [name, ...words] = statement.args;
  if (name === undefined) return undefined;
  const refused = { statement, step: 'reading', serverLine: number } as const;
  if (ground.behaviour.duplicateUser === 'refused') {
    const first = earlier.find(({ args }) => args[0]?.value === name.value);
    if (first !== undefined) return { ...refused, ...duplicate(statement, name, first) };
  }
  const later = evaluateLine(name, words, ground);
  if (later.errors.length === 0 && later.unclosed === undefined) return undefined;
  const before = groundBeforeModules(ground);
  const evaluation = evaluateLine(name, words, before);
  if (evaluation.unclosed !== undefined) {
    return {
      ...refused,
      ...unclosedSelector(statement, evaluation.unclosed, textOfLastError(earlier, left, before)),
    };
  }
  const error = evaluation.errors.find((found) => found.error !== 'unknown-command');
  if (error === undefined) return undefined;
  const named = ground.behaviour.namedWord === 'refused' ? error.word : wordsOf(statement)[error.index];
  return {
    ...refused,
    code: ACL_ERROR_CODES[error.error],
    at: placeOf(statement, error.word),
    serverSays: declarationError(printed(named, error.word), ACL_ERROR_TEXTS[error.error]),
    detail: { user: name.value, ...detailOf(error) },
    related: [],
  };
}

/**
 * Why the server refuses a `user` line that it could read, when it loads it (`ACLLoadConfiguredUsers`, acl.c). It
 * names the first refusal of all lines and ends; each would be the first once those before it are mended.
 * @param evaluation of the line, on the ground that `acl-pubsub-default` comes to in the end
 * @param namesInLog whether the server's message has the rule and the user's name in it
 */
export function loadingRefusals(
  statement: Statement,
  evaluation: Evaluation,
  namesInLog: 'shown' | 'redacted',
): readonly Refusal[] {
  const [name] = statement.args;
  if (name === undefined) return [];
  const refused = { statement, step: 'starting', serverLine: undefined, related: [] } as const;
  if (hasBlank(name.value)) {
    const serverSays = 'Spaces not allowed in ACL usernames';
    return [{ ...refused, code: 'acl-user-name', at: placeOf(statement, name), serverSays, detail: {} }];
  }
  const shown = (word: Printed): Printed => (namesInLog === 'shown' ? word : REDACTED);
  const user = shown({ text: cString(name.value), isSecret: false }).text;
  return evaluation.errors.map((error) => ({
    ...refused,
    code: ACL_ERROR_CODES[error.error],
    at: placeOf(statement, error.word),
    serverSays: sentence(
      "Error loading ACL rule '",
      shown(printed(error.word, error.word)),
      `' for the user named '${user}': ${ACL_ERROR_TEXTS[error.error]}`,
    ),
    detail: { user: name.value, ...detailOf(error) },
  }));
}

/** What rules may say of a refused ACL rule: the rule itself where no secret can be in it. */
export function detailOf({ word, error }: RuleError): Readonly<Record<string, string>> {
  return error === 'unknown-command' || /^[-+~%&(]/.test(word.value) ? { rule: word.value } : {};
}

/** A word as the server prints it; a secret is not for us to print. */
interface Printed {
  readonly text: string;
  readonly isSecret: boolean;
}

const REDACTED: Printed = { text: '*redacted*', isSecret: false };

/** A word that is refused itself is no password in force, unless it is a digest in the wrong letter case. */
function printed(word: Word | undefined, refused: Word): Printed {
  const text = cString(word?.value ?? '');
  return { text, isSecret: word === refused ? /^[#!][0-9a-f]{64}$/i.test(text) : /^[><#!]./s.test(text) };
}

function declarationError(word: Printed, reason: string): string {
  return sentence("Error in user declaration '", word, `': ${reason}`);
}

/** As much as the server has room for: what it says of a line that it reads has the same limit (`char buf[1024]`, config.c). */
function sentence(before: string, { text, isSecret }: Printed, after: string): string {
  const said = asLogged(before + text + after);
  return isSecret ? `${before}${text.charAt(0)}***${said.slice(before.length + text.length)}` : said;
}

type Problem = Pick<Refusal, 'code' | 'at' | 'serverSays' | 'detail' | 'related'>;

function duplicate(statement: Statement, name: Word, first: Statement): Problem {
  return {
    code: 'acl-duplicate-user',
    at: placeOf(statement, name),
    serverSays: declarationError({ text: cString(name.value), isSecret: false }, DUPLICATE_USER_TEXT),
    detail: { user: name.value },
    related: [{ at: placeOf(first, first.args[0] ?? first.name), message: 'first defined here' }],
  };
}

/**
 * The server says nothing of its own of an unclosed selector: it prints what the last error in `errno` was. That is an
 * unknown command of a line before, unless a number or a folder has been read since; else what the start of the server
 * left there.
 */
function textOfLastError(earlier: readonly Statement[], left: LeftError | undefined, ground: AclGround): string {
  for (const { args } of earlier.slice(left?.usersBefore).reverse()) {
    const [name, ...words] = args;
    const error = name === undefined ? undefined : errorLeftBy(evaluateLine(name, words, ground));
    if (error !== undefined) return error === 'unknown' ? ACL_ERROR_TEXTS['unknown-command'] : NO_ERROR_TEXT;
  }
  if (left === undefined) return ground.behaviour.unclosedSelector;
  // `EISDIR` is the number of that error too (`ACLSetUserStringError`).
  return left.error === 'is-a-directory' ? ACL_ERROR_TEXTS['channel-after-all'] : NO_ERROR_TEXT;
}

const NO_ERROR_TEXT = 'Wrong format';

/** What a line that is taken leaves in `errno`: a list of databases (Valkey 9) clears it before it is read. */
function errorLeftBy({ rules, errors }: Evaluation): 'unknown' | 'cleared' | undefined {
  for (let index = rules.length - 1; index >= 0; index--) {
    if (errors.some((error) => error.index === index)) return 'unknown';
    if (/(?:^|[( ])db=/i.test(rules[index]?.value ?? '')) return 'cleared';
  }
  return undefined;
}

function unclosedSelector(
  statement: Statement,
  unclosed: { readonly word: Word; readonly index: number },
  text: string,
): Problem {
  return {
    code: 'acl-selector-unclosed',
    at: placeOf(statement, unclosed.word),
    serverSays: declarationError(printed(wordsOf(statement)[unclosed.index], unclosed.word), text),
    detail: { user: statement.args[0]?.value ?? '' },
    related: [],
  };
}

/** `user`, in lower case whatever the file says, the name and what follows: what the server counts its words in. */
function wordsOf({ name, args }: Statement): readonly Word[] {
  return [{ ...name, value: asciiLower(name.value) }, ...args];
}
