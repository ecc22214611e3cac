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
 * Asks every user of a project, those who may first.
 * @param argv a command's name alone, `GET` or `CONFIG GET`, asks whether it may run at all; with arguments, whether
 *   that very call may
 */
export function whoCanRun(project: Project, argv: readonly string[]): readonly MayRun[] {
  return [...project.users.values()]
    .map((user): MayRun => {
      const { allowed, reason } = answerFor(user, argv, project);
      const canLogIn = user.enabled && user.passwords !== 0;
      return { user: user.name, canLogIn, allowed, reason, definedAt: user.definedAt };
    })
    .sort((a, b) => rank(a) - rank(b));
}

function answerFor(user: User, argv: readonly string[], project: Project): Pick<Decision, 'allowed' | 'reason'> {
  const surroundings = surroundingsOf(project);
  const command = commandOf(argv, project.catalog, surroundings.names);
  if (command === undefined || argv.length > (command.container === undefined ? 1 : 2)) {
    return decide(user, argv, project.catalog, surroundings);
  }
  const index = user.selectors.findIndex(({ commands }) => commands.has(command.name));
  const selector = user.selectors[index];
  const name = commandName(command.name);
  if (selector === undefined) {
    const rule = decidingRule(user, 0, command, argv, 'removed')?.word.value;
    return { allowed: false, reason: rule === undefined ? `no ACL rule allows ${name}` : `${rule} denies ${name}` };
  }
  const rule = decidingRule(user, index, command, argv, 'added')?.word.value;
  const reason = rule === undefined ? `nothing takes ${name} away` : `${rule} allows ${name}`;
  return { allowed: true, reason: reason + keysText(selector, command.keys[0] !== 0) };
}

/** Which keys it may be called with, where that is not all of them. */
function keysText({ keys }: Selector, hasKeys: boolean): string {
  if (keys === 'all' || !hasKeys) return '';
  return keys.length === 0 ? ', but no key' : `, for keys ${keys.map(({ pattern }) => pattern).join(' ')}`;
}

function rank({ allowed, canLogIn }: MayRun): number {
  return (allowed ? 0 : 2) + (canLogIn ? 0 : 1);
}
