import { effectsOn, selectorsInForce } from '../model/deciding-rule.js';
import type { Project } from '../model/project.js';
import type { AclEffect, AclRule, User } from '../model/user.js';
import type { Document } from '../syntax/document.js';
import type { Edit } from '../text/edit.js';
import type { Context, Fix } from './define.js';
import { deleteWords, replaceLine } from './fixing.js';
import { isCovering, names } from './granting.js';
import { neededBy } from './ordinary-users.js';
import { containerOf, deniable, isAllowed } from './sensitive-commands.js';

/**
 * Takes commands from a user: words that grant nothing else are deleted, for the others a denial is put where no later
 * ACL rule gives back what it takes, in selectors too.
 * @returns none where no line defines the user, or where it cannot be done by words alone
 */
export function withdrawal(user: User, commands: readonly string[], title: string, { project }: Context): Fix[] {
  const document = documentOf(user, project);
  if (document === undefined) return [];
  const edits = user.selectors.map((_, index) => {
    const effects = effectsOn(user, index);
    const held = commands.filter((command) => isAllowed(only(user, index), command, project.catalog));
    const named = held.filter((command) => !effects.some((effect) => isCovering(effect, command, project.catalog)));
    const words = effects.filter((effect) =>
      named.some((command) => names(effect, command) || names(effect, deniable(command, project.catalog))),
    );
    const denied = held.filter((command) => !named.includes(command));
    const denial = [...new Set(denied.map((command) => `-${deniable(command, project.catalog)}`))].join(' ');
    const deletions = words.map(({ rule }) => wordDeletion(document, rule));
    return denial === '' ? deletions : [...deletions, appended(user, index, denial, document)];
  });
  return fixOf(title, edits.flat());
}

/**
 * Puts denials at the end of a user's line, and of each selector that allows one of the commands. Of what is dangerous a
 * user keeps what its purpose takes: no replica gets on without PSYNC.
 */
export function denial(
  user: User,
  denied: string,
  commands: readonly string[],
  title: string,
  context: Context,
): Fix[] {
  const { project } = context;
  const document = documentOf(user, project);
  if (document === undefined) return [];
  const words = denied.split(' ');
  const isTaken = (command: string): boolean =>
    words.includes('-@dangerous') || words.includes(`-${containerOf(command)}`);
  const kept = neededBy(user, context).filter(isTaken);
  const written = [...words, ...kept.map((command) => `+${command}`)].join(' ');
  const concerned = [...user.selectors.keys()].filter((index) =>
    commands.some((command) => isAllowed(only(user, index), command, project.catalog)),
  );
  return fixOf(
    title,
    concerned.map((index) => appended(user, index, written, document)),
  );
}

/** Puts grants at the end of a user's line. */
export function granting(user: User, words: string, { project }: Context): Fix[] {
  const document = documentOf(user, project);
  if (document === undefined) return [];
  return fixOf(`Grant ${user.name} ${words}`, [appended(user, 0, words, document)]);
}

/** Writes a user's line anew: the words that are kept, in order, and others behind them. */
export function rewriting(
  user: User,
  isKept: (rule: AclRule) => boolean,
  words: string,
  title: string,
  { project }: Context,
): Fix[] {
  const at = user.definedAt;
  const document = documentOf(user, project);
  if (at === undefined || document === undefined) return [];
  const text = document.lines[at.line]?.text ?? '';
  const kept = user.trace.filter(
    ({ rule, serverSays }) => serverSays === undefined && isKept(rule) && rule.word.value !== '',
  );
  const parts = [text.slice(0, at.end).trimStart(), ...kept.map(({ rule }) => text.slice(rule.at.start, rule.at.end))];
  return [{ title, safety: 'review', edits: [replaceLine(document, at.line, [...parts, words].join(' ').trimEnd())] }];
}

/** Whether an ACL rule says who the user is and not what it may do. */
export function isAboutLogin({ word }: AclRule): boolean {
  return /^(?:on|off|nopass|resetpass|[<>#!].*|(?:skip-)?sanitize-payload)$/is.test(word.value);
}

/** One of a user's sets of permissions. */
function only({ selectors }: User, index: number): Pick<User, 'selectors'> {
  return { selectors: [selectors[index] ?? selectors[0]] };
}

/** Undefined for what cannot be written where it has to stand. */
function appended(user: User, index: number, words: string, document: Document): Edit | undefined {
  const line = user.definedAt?.line ?? 0;
  const text = document.lines[line]?.text ?? '';
  const end = user.trace.at(-1)?.rule.at.end;
  if (index === 0) return end === undefined ? undefined : insertion(document, line, end, ` ${words}`);
  const selector = selectorsInForce(user)[index - 1]?.rule;
  if (selector === undefined || selector.word.quote !== '' || text[selector.at.end - 1] !== ')') return undefined;
  const inside = text.slice(0, selector.at.end - 1).trimEnd();
  return insertion(document, line, inside.length, inside.endsWith('(') ? words : ` ${words}`);
}

function insertion(document: Document, line: number, column: number, newText: string): Edit {
  return { uri: document.uri, range: { start: { line, column }, end: { line, column } }, newText };
}

function wordDeletion(document: Document, { at, word }: AclRule): Edit | undefined {
  return word.quote === '' ? deleteWords(document, at.line, word, word) : undefined;
}

function documentOf({ definedAt }: User, { documents }: Project): Document | undefined {
  return definedAt && documents.get(definedAt.uri);
}

function fixOf(title: string, edits: readonly (Edit | undefined)[]): Fix[] {
  const known = edits.filter((edit) => edit !== undefined);
  return known.length === 0 || known.length < edits.length ? [] : [{ title, safety: 'review', edits: known }];
}

/** The effects of a user's ACL rules, those inside of selectors too. */
export function allEffects({ trace }: User): readonly AclEffect[] {
  return trace.flatMap((effect) => (effect.inside.length === 0 ? [effect] : effect.inside));
}
