import type { Command } from '../catalog/command.js';
import { asciiLower, sameIgnoringCase } from '../catalog/values/c-string.js';
import type { AclEffect, AclRule, User } from './user.js';

/**
 * The ACL rule that allowed or denied a command: the last one that changed it.
 * @param selector which set of permissions it was, 0 for the user's own
 * @param change what the rule did to the command
 * @returns undefined where no rule did, as for a command that nothing allows
 */
export function decidingRule(
  user: User,
  selector: number,
  command: Command,
  argv: readonly string[],
  change: 'added' | 'removed',
): AclRule | undefined {
  const effects = effectsOn(user, selector);
  const effect = effects.findLast(
    (candidate) =>
      candidate[change].includes(command.name) || (change === 'added' && namesArgument(candidate, command, argv)),
  );
  return effect?.rule;
}

/** What the ACL rules of one set of permissions did, in order: of the user's own (0), or of a selector. */
export function effectsOn(user: User, selector: number): readonly AclEffect[] {
  if (selector === 0) return user.trace.filter(({ inside }) => inside.length === 0);
  return selectorsInForce(user)[selector - 1]?.inside ?? [];
}

/** The selectors that are still there in the end, in order. */
export function selectorsInForce({ trace }: User): readonly AclEffect[] {
  const kept: AclEffect[] = [];
  for (const effect of trace) {
    const word = asciiLower(effect.rule.word.value);
    if (word === 'reset' || word === 'clearselectors') kept.length = 0;
    else if (word.startsWith('(') && effect.outcome === 'applied') kept.push(effect);
  }
  return kept;
}

/** `+select|0` for `SELECT 0`. */
function namesArgument(effect: AclEffect, command: Command, argv: readonly string[]): boolean {
  return sameIgnoringCase(effect.rule.word.value, `+${command.name}|${argv[1] ?? ''}`) && effect.outcome === 'applied';
}
