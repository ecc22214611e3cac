import type { Document } from '../syntax/document.js';
import type { Word } from '../syntax/words.js';
import { cover, type Place } from '../text/place.js';
import { ACL_ERROR_CODES, ACL_ERROR_TEXTS } from './acl-errors.js';
import type { AclGround } from './acl-ground.js';
import { type Evaluation, evaluateLine, type RuleError } from './evaluation.js';
import type { Refusal } from './refusal.js';
import { hasBlank } from './selector-rules.js';
import { detailOf } from './user-lines.js';

/** One line of an ACL file that names a user. */
export interface UserLine {
  /** Zero-based. */
  readonly line: number;
  readonly name: Word;
  readonly evaluation: Evaluation;
}

export interface AclFileReading {
  /** In the order of the file; where a name stands twice, the line that would count is the one that the target takes. */
  readonly lines: readonly UserLine[];
  /** What the server lists in the one message with which it refuses the file, in its order. */
  readonly refusals: readonly Refusal[];
}

/** Reads an ACL file as `ACLLoadFromFile` (acl.c) does. */
export function readAclFile(document: Document, ground: AclGround): AclFileReading {
  const lines: UserLine[] = [];
  const refusals: Refusal[] = [];
  const first = new Map<string, UserLine>();
  let swallowed = 0;
  document.lines.forEach((line, index) => {
    if (line.kind === 'swallowed') swallowed++;
    if (line.kind !== 'words') return;
    const at = { document, line: index, number: index + 1 - swallowed };
    const [keyword, name, ...words] = line.words;
    if (keyword?.value !== 'user' || name === undefined) refusals.push(shapeRefusal(line.words, at));
    else if (hasBlank(name.value)) refusals.push(nameRefusal(name, at));
    else {
      const earlier = first.get(name.value);
      if (earlier !== undefined && ground.behaviour.duplicateUser === 'refused') {
        refusals.push(duplicateRefusal(name, earlier, at));
        return;
      }
      const user = { line: index, name, evaluation: evaluateLine(name, words, ground, 'acl-file') };
      if (earlier === undefined) first.set(name.value, user);
      lines.push(user);
      for (const refusal of ruleRefusals(user, at, ground)) refusals.push(refusal);
    }
  });
  return { lines, refusals };
}

interface At {
  readonly document: Document;
  readonly line: number;
  /** As the server counts. */
  readonly number: number;
}

/** Each unknown command, and of other errors the first: `syntax_error` in `ACLLoadFromFile`. 6.x list them all. */
function ruleRefusals({ name, evaluation }: UserLine, at: At, { behaviour }: AclGround): readonly Refusal[] {
  const { errors, unclosed } = evaluation;
  if (unclosed !== undefined) {
    // The list of rules is none at all then, and the server looks into it as soon as it takes one for there.
    const serverSays = unclosed.rulesBefore === 0 ? 'Unmatched parenthesis in selector definition.' : '';
    return [refusal('acl-selector-unclosed', unclosed.word, at, serverSays, { user: name.value })];
  }
  const listed =
    behaviour.listedErrors === 'every-one'
      ? errors
      : errors.filter((error, i) => isUnknown(error) || errors.findIndex((other) => !isUnknown(other)) === i);
  return listed.map((error) => {
    const code = isLoneHash(error) ? 'acl-comment' : ACL_ERROR_CODES[error.error];
    return refusal(code, error.word, at, textOf(error, behaviour.selectors), { user: name.value, ...detailOf(error) });
  });
}

function isUnknown({ error }: RuleError): boolean {
  return error === 'unknown-command';
}

/** A comment at the end of a line, which its author may have taken for legal. */
function isLoneHash({ word, error }: RuleError): boolean {
  return error === 'password-digest' && word.value === '#';
}

function textOf({ word, error }: RuleError, namesOperation: boolean): string {
  const text = ACL_ERROR_TEXTS[error];
  return namesOperation && error === 'unknown-command' ? `Error in applying operation '${word.value}': ${text}` : text;
}

function shapeRefusal(words: readonly Word[], at: At): Refusal {
  const isComment = words[0]?.value.startsWith('#') === true;
  const whole = words.reduce((place, word) => cover(place, word.span), words[0]?.span ?? { start: 0, end: 0 });
  const marked = isComment ? { span: whole } : (words[0] ?? { span: whole });
  const says = 'should start with user keyword followed by the username';
  return refusal(isComment ? 'acl-comment' : 'acl-line-shape', marked, at, says, {});
}

function nameRefusal(name: Word, at: At): Refusal {
  return refusal('acl-user-name', name, at, `username '${name.value}' contains invalid characters`, {});
}

function duplicateRefusal(name: Word, earlier: UserLine, at: At): Refusal {
  const says = `Duplicate user '${name.value}' found on line ${at.number}`;
  return {
    ...refusal('acl-duplicate-user', name, at, says, { user: name.value }),
    related: [{ at: placeOf(earlier.name, { ...at, line: earlier.line }), message: 'first defined here' }],
  };
}

function refusal(
  code: Refusal['code'],
  word: Pick<Word, 'span'>,
  at: At,
  serverSays: string,
  detail: Readonly<Record<string, string>>,
): Refusal {
  const place = placeOf(word, at);
  return {
    code,
    step: 'starting',
    at: place,
    serverSays,
    serverLine: at.number,
    statement: undefined,
    detail,
    related: [],
  };
}

function placeOf({ span }: Pick<Word, 'span'>, { document, line }: At): Place {
  return { uri: document.uri, line, ...span };
}
