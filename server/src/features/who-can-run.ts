import { decidingRule } from '../model/deciding-rule.js';
import { commandOf, type Decision, decide } from '../model/permissions.js';
import type { Project } from '../model/project.js';
import { surroundingsOf } from '../model/surroundings.js';
import type { Selector, User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { commandName } from './numbers.js';

/** What the server says to one user who wants to run a command. */
export interface MayRun {
  readonly user: string;
  /** Whether anybody can log in as that user. */
  readonly canLogIn: boolean;
  readonly allowed: boolean;
  /** Names the ACL rule that decided. */
  readonly reason: string;
  /** Where the user is defined; undefined for the built-in one. */
  readonly definedAt: Place | undefined;
}

/**
 * Asks every user of a project, those who may first; of very many the first few hundred are told.
 * @param argv a command's name alone, `GET` or `CONFIG GET`, asks whether it may run at all; with arguments, whether
 *   that very call may
 */
export function whoCanRun(project: Project, argv: readonly string[]): readonly MayRun[] {
  const answer = answering(argv, project);
  return [...project.users.values()]
    .map((user) => ({ user, canLogIn: user.enabled && user.passwords !== 0, answer: answer(user) }))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map(({ user: { name, definedAt }, canLogIn, answer: { allowed, reason } }) => ({
      user: name,
      canLogIn,
      allowed,
      reason,
      definedAt,
    }));
}

/** More than anybody reads. */
const MOST = 500;

/** Reasons are made when they are read. */
type Answer = Pick<Decision, 'allowed' | 'reason'>;

function answering(argv: readonly string[], project: Project): (user: User) => Answer {
  const surroundings = surroundingsOf(project);
  const command = commandOf(argv, project.catalog, surroundings.names);
  if (command === undefined || argv.length > (command.container === undefined ? 1 : 2)) {
    return (user) => decide(user, argv, project.catalog, surroundings);
  }
  const name = commandName(command.name);
  return (user) => {
    const index = user.selectors.findIndex(({ commands }) => commands.has(command.name));
    const selector = user.selectors[index];
    return {
      allowed: selector !== undefined,
      get reason() {
        if (selector === undefined) {
          const rule = decidingRule(user, 0, command, argv, 'removed')?.word.value;
          return rule === undefined ? `no ACL rule allows ${name}` : `${rule} denies ${name}`;
        }
        const rule = decidingRule(user, index, command, argv, 'added')?.word.value;
        const reason = rule === undefined ? `nothing takes ${name} away` : `${rule} allows ${name}`;
        return reason + keysText(selector, command.keys[0] !== 0);
      },
    };
  };
}

/** Which keys it may be called with, where that is not all of them. */
function keysText({ keys }: Selector, hasKeys: boolean): string {
  if (keys === 'all' || !hasKeys) return '';
  return keys.length === 0 ? ', but no key' : `, for keys ${keys.map(({ pattern }) => pattern).join(' ')}`;
}

function rank({ answer, canLogIn }: { readonly answer: Answer; readonly canLogIn: boolean }): number {
  return (answer.allowed ? 0 : 2) + (canLogIn ? 0 : 1);
}
