import type { Catalog } from '../catalog/catalog.js';
import { effectsOn } from '../model/deciding-rule.js';
import type { AclEffect, AclRule, User } from '../model/user.js';
import { containerOf, deniable } from './sensitive-commands.js';

/** The ACL rule that lets a user run a command, of its own permissions or of a selector; undefined for a built-in user. */
export function grantOf(user: User, command: string): AclRule | undefined {
  for (const [index, { commands }] of user.selectors.entries()) {
    const effects = effectsOn(user, index);
    const naming = effects.findLast((effect) => names(effect, command));
    if (commands.has(command)) return (effects.findLast(({ added }) => added.includes(command)) ?? naming)?.rule;
    if (naming !== undefined && commands.firstArguments.has(containerOf(command))) return naming.rule;
  }
  return undefined;
}

/** Whether a user may run a command because an ACL rule names it, or the container it belongs to. */
export function isGrantedByName(user: User, command: string): boolean {
  const rule = grantOf(user, command)?.word.value.toLowerCase();
  return rule === `+${command}` || rule === `+${containerOf(command)}`;
}

/** Whether an ACL rule that is not the command's own name would allow it: `+@read`, `allcommands`, `+config`. */
export function isCovering({ rule }: AclEffect, command: string, catalog: Catalog): boolean {
  const word = rule.word.value.toLowerCase();
  if (word === 'allcommands' || word === '+@all') return true;
  if (word.startsWith('+@')) return catalog.category(word.slice(2))?.includes(command) ?? false;
  return word === `+${containerOf(command)}` && word !== `+${deniable(command, catalog)}`;
}

/** Whether an ACL rule names the command: `+config|get`. */
export function names({ rule, serverSays }: AclEffect, command: string): boolean {
  return serverSays === undefined && rule.word.value.toLowerCase() === `+${command}`;
}
