import type { Project } from '../model/project.js';
import type { AclEffect, User } from '../model/user.js';
import type { Document } from '../syntax/document.js';
import type { Line } from '../syntax/line.js';
import type { Word } from '../syntax/words.js';

/** A line that defines a user: in a configuration file or an ACL file. */
export interface UserLine {
  readonly line: number;
  readonly name: Word;
  /** The words behind the name; those of a selector are several. */
  readonly rules: readonly Word[];
}

/** The lines of a file that define users, in order. */
export function userLinesOf(document: Document): readonly UserLine[] {
  return document.lines.flatMap((line, number) => {
    const found = userLineIn(line, number, document);
    return found === undefined ? [] : [found];
  });
}

/** The user that a line defines; undefined for any other line. */
export function userLineIn(line: Line | undefined, number: number, { dialect }: Document): UserLine | undefined {
  if (line?.kind !== 'words' && line?.kind !== 'broken') return undefined;
  const [keyword, name, ...rules] = line.words;
  const isUser = dialect.syntax === 'acl' ? keyword?.value === 'user' : keyword?.value.toLowerCase() === 'user';
  return isUser && name !== undefined ? { line: number, name, rules } : undefined;
}

/** The user as it is in force, if this line defines it. */
export function userDefinedBy(project: Project, document: Document, { line, name }: UserLine): User | undefined {
  const user = project.users.get(name.value);
  return user?.definedAt?.uri === document.uri && user.definedAt.line === line ? user : undefined;
}

/** What the ACL rule at a column did; of a selector, the rule inside it. */
export function effectAt(user: User, column: number): AclEffect | undefined {
  const touched = (effects: readonly AclEffect[]): AclEffect | undefined =>
    effects.find(({ rule: { at } }) => at.start <= column && column <= at.end);
  const effect = touched(user.trace);
  return effect === undefined ? undefined : (touched(effect.inside) ?? effect);
}
