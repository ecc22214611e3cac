import { ACL_ERROR_TEXTS } from '../../server/src/model/acl-errors.js';
import type { AclGround } from '../../server/src/model/acl-ground.js';
import { traceOf } from '../../server/src/model/acl-trace.js';
import { evaluate } from '../../server/src/model/evaluation.js';
import type { KeyPattern, Selector, User } from '../../server/src/model/user.js';
import type { Word } from '../../server/src/syntax/words.js';
import { isError, type Reply } from './servers/connection.js';

/** An answer as text: an error without its code. */
export function answerTo(reply: Reply): string {
  return isError(reply) ? reply.error.replace(/^ERR /, '') : String(reply);
}

/** Words as a document would hold them. */
export function wordsOf(texts: readonly string[]): readonly Word[] {
  let start = 0;
  return texts.map((value) => {
    const word = { value, span: { start, end: start + value.length }, quote: '' } as const;
    start = word.span.end + 1;
    return word;
  });
}

/** The user that ACL rules make. */
export function userOf(name: string, texts: readonly string[], ground: AclGround): User {
  const evaluation = evaluate(wordsOf(texts), ground);
  const { enabled, passwords, skipsPayloadCheck, selectors } = evaluation;
  const trace = traceOf(evaluation, ground, (word) => ({
    word,
    at: { uri: 'file:///users.acl', line: 0, ...word.span },
  }));
  return { name, enabled, passwords, skipsPayloadCheck, selectors, trace, definedAt: undefined };
}

/** What `ACL SETUSER u reset …` answers by our account. */
export function ourAnswer(texts: readonly string[], ground: AclGround): string {
  const words = wordsOf(texts);
  const { errors, unclosed } = evaluate(words, ground);
  if (unclosed !== undefined) return `Unmatched parenthesis in acl selector starting at '${unclosed.word.value}'.`;
  const [first] = errors;
  return first === undefined
    ? 'OK'
    : `Error in ACL SETUSER modifier '${first.word.value}': ${ACL_ERROR_TEXTS[first.error]}`;
}

/** A pattern without permissions, which some releases take by mistake, ends a server that is asked for it. */
export function isFatalToShow(words: readonly string[], { behaviour }: AclGround): boolean {
  return behaviour.percentAlone === 'accepted' && words.includes('%');
}

/** What we hold of a user with these ACL rules, as text to compare. */
export function ourDescription(words: readonly Word[], ground: AclGround): string {
  return describedUser(evaluate(words, ground), ground);
}

export function describedUser(
  { enabled, passwords, skipsPayloadCheck, selectors }: Omit<User, 'name' | 'trace' | 'definedAt'>,
  ground: AclGround,
): string {
  return [
    `${enabled ? 'on' : 'off'} ${passwords} ${skipsPayloadCheck ? 'skips' : 'checks'}`,
    ...selectors.map((selector) => ourSelector(selector, ground)),
  ].join('\n');
}

/** The same of the answer to `ACL GETUSER`. The commands in it are ACL rules again, which are replayed. */
export function describedBy(reply: Reply, ground: AclGround): string {
  const fields = fieldsOf(reply);
  const flags = listOf(fields.get('flags'));
  const passwords = flags.includes('nopass') ? 'not-needed' : listOf(fields.get('passwords')).length;
  const selectors = fields.get('selectors');
  return [
    `${flags.includes('on') ? 'on' : 'off'} ${passwords} ${flags.includes('skip-sanitize-payload') ? 'skips' : 'checks'}`,
    ...[fields, ...(Array.isArray(selectors) ? selectors.map(fieldsOf) : [])].map((selector) =>
      selectorIn(selector, ground),
    ),
  ].join('\n');
}

function selectorIn(fields: ReadonlyMap<string, Reply>, ground: AclGround): string {
  const rules = String(fields.get('commands') ?? '').split(' ');
  const [replayed] = evaluate(wordsOf(rules), ground).selectors;
  return [
    commandsIn(replayed),
    patternsIn(fields.get('keys'), '~'),
    patternsIn(fields.get('channels'), '&'),
    String(fields.get('databases') ?? 'alldbs'),
  ].join(' | ');
}

/** A text of patterns from 7.0 on; before a list of them, without the sign in front. */
function patternsIn(reply: Reply | undefined, sign: string): string {
  return Array.isArray(reply) ? reply.map((pattern) => `${sign}${String(pattern)}`).join(' ') : String(reply ?? '');
}

function ourSelector({ commands, keys, channels, databases }: Selector, { behaviour }: AclGround): string {
  return [
    commandsIn({ commands }),
    keys === 'all' ? '~*' : keys.map(keyRule).join(' '),
    !behaviour.channels ? '' : channels === 'all' ? '&*' : channels.map((channel) => `&${channel}`).join(' '),
    databases === 'all' ? 'alldbs' : databases.length === 0 ? '' : `db=${databases.join(',')}`,
  ].join(' | ');
}

/** All commands that may run, and first arguments such as `select|0`. */
function commandsIn({ commands }: Pick<Selector, 'commands'>): string {
  const first = [...commands.firstArguments].flatMap(([name, args]) => args.map((arg) => `${name}|${arg}`));
  return [...commands.list(), ...first].sort().join(' ');
}

function keyRule({ pattern, read, write }: KeyPattern): string {
  return `${read && write ? '' : read ? '%R' : '%W'}~${pattern}`;
}

function fieldsOf(reply: Reply): ReadonlyMap<string, Reply> {
  const fields = new Map<string, Reply>();
  if (!Array.isArray(reply)) throw new TypeError(`not a description of a user: ${JSON.stringify(reply)}`);
  for (let i = 0; i + 1 < reply.length; i += 2) fields.set(String(reply[i]), reply[i + 1] ?? null);
  return fields;
}

function listOf(reply: Reply | undefined): readonly string[] {
  return Array.isArray(reply) ? reply.map(String) : [];
}
