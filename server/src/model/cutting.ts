import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { Harm, Way } from './harms.js';
import { commandOf } from './permissions.js';
import type { Project } from './project.js';
import type { User } from './user.js';

/** The single change that ends an ability. */
export interface Cut {
  /** In the imperative, for people. */
  readonly message: string;
  /** ACL rules that do it at the end of the user's own line; empty where the change is another one. */
  readonly rules: readonly string[];
}

/**
 * What would end an ability that somebody has.
 * @param ways those that work
 */
export function cutOf(harm: Harm, ways: readonly Way[], user: User, project: Project, as: 'stranger' | 'user'): Cut {
  if (as === 'stranger') return lockStrangersOut(user, project);
  const rules = [...endingRules(harm, ways, user, project), ...withoutSelectors(user)];
  const line = rules.join(' ');
  if (user.definedAt !== undefined)
    return { message: `add ${line} to the end of the line of user ${user.name}`, rules };
  return { message: `define the default user: user default on ${everythingBut(project)} ${line}`, rules };
}

/** Keys are narrowed rather than commands taken away where the commands are everyday ones. */
function endingRules(harm: Harm, ways: readonly Way[], user: User, project: Project): readonly string[] {
  if (harm === 'read-all-data' || harm === 'write-any-key') return ['resetkeys', `~${user.name}:*`];
  const commands = ways.map(({ commands: steps }) => commandOf(steps.at(-1) ?? [], project.catalog));
  return [...new Set(commands.flatMap((command) => (command === undefined ? [] : [`-${command.name}`])))];
}

/** Rules at the end of a line do not reach into selectors. */
function withoutSelectors(user: User): readonly string[] {
  return user.selectors.length > 1 ? ['clearselectors'] : [];
}

function lockStrangersOut(user: User, project: Project): Cut {
  if (user.definedAt !== undefined)
    return { message: 'turn the default user off: add off to the end of its line', rules: ['off'] };
  if (project.userSource.kind === 'none') return { message: 'set requirepass to a long random password', rules: [] };
  return { message: 'turn the default user off: add the line user default off', rules: [] };
}

function everythingBut({ target }: Project): string {
  return aclBehaviourOf(target).channels ? '>password ~* &* +@all' : '>password ~* +@all';
}
