import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { isKeptToSomeKeys } from './key-patterns.js';
import { isOrdinary, needlessly, placeOfUser } from './ordinary-users.js';
import { allEffects, denial, withdrawal } from './rights-fixes.js';
import { listed, SENSITIVE, WIPING } from './sensitive-commands.js';

export default defineRule({
  id: 'flushall-ignores-key-patterns',
  aliases: ['acl-keyless-destructive'],
  kind: 'safety',
  severity: { production: 'error', development: 'hint' },
  tags: ['acl', 'commands'],
  summary: 'A user that is kept to some keys may wipe all of them.',
  rationale:
    'Key patterns hold for commands that name keys. FLUSHALL, FLUSHDB and SWAPDB name none, so that a user kept to ~app:*, ' +
    'even to reading by %R~*, wipes the data of everyone.',
  silentWhen: 'The user administers the server, or may use all keys anyway; then dangerous-commands-reachable speaks.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-863'],
  supersedes: ['sort-ignores-key-patterns'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read +@write
      #                                                                               ^^^^^^ this keeps app from no key where it runs FLUSHALL, FLUSHDB and SWAPDB: deny them
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read +@write -@dangerous
    `,
  },

  user(user, context, report) {
    if (!isKeptToSomeKeys(user) || !isOrdinary(user, context)) return;
    const commands = needlessly(user, WIPING, context);
    if (commands.length === 0) return;
    report(
      allEffects(user).find(isKeyPattern)?.rule.at ?? placeOfUser(user, context),
      `this keeps ${user.name} from no key where it runs ${listed(commands)}: deny them`,
      {
        fixes: [
          ...denial(
            user,
            '-@dangerous',
            SENSITIVE,
            `Deny ${user.name} everything dangerous; clients that use such commands are refused`,
            context,
          ),
          ...withdrawal(user, commands, `Take these commands from ${user.name}, and nothing else`, context),
        ],
      },
    );
  },
});

function isKeyPattern(effect: AclEffect): boolean {
  return /^(?:~|%[rw]+~)/i.test(effect.rule.word.value) && effect.outcome === 'applied';
}
