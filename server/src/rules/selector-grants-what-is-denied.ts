import { selectorsInForce } from '../model/deciding-rule.js';
import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { isOrdinary } from './ordinary-users.js';
import { denial } from './rights-fixes.js';
import { areAmongTheWorst, listed, reachable, SENSITIVE } from './sensitive-commands.js';

export default defineRule({
  id: 'selector-grants-what-is-denied',
  aliases: ['acl-selector-bypasses-deny'],
  kind: 'safety',
  severity: { production: 'warning', development: 'warning' },
  tags: ['acl'],
  summary: "A selector in parentheses allows what the user's own ACL rules deny.",
  rationale:
    'Selectors are alternatives, no refinements: a user may do what its own ACL rules or any one selector allows. Denials ' +
    'outside of the parentheses do not reach inside, and commands without keys, such as FLUSHALL and ACL SETUSER, ignore ' +
    "the selector's key patterns.",
  silentWhen: 'The selector allows plain commands for data under its own keys, which is what selectors are for.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-863'],
  supersedes: [
    'sort-ignores-key-patterns',
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'key-names-visible',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting (+@all ~tmp:*)
      #                                                                                                                    ^^^^^^^^^^^^^^ this allows app ACL SETUSER, ACL DELUSER, CONFIG SET, FLUSHALL, FLUSHDB and 33 more, which -@dangerous denies outside: repeat the denial inside
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting (+@all ~tmp:* -@dangerous -@scripting)
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context)) return;
    const [root] = user.selectors;
    for (const selector of selectorsInForce(user)) {
      const commands = reachable(user, SENSITIVE, context.project).filter(
        (command) => selector.added.includes(command) && !root.commands.has(command),
      );
      const denials = user.trace.filter((effect) => isDenialOf(effect, commands));
      const [first] = denials;
      if (first === undefined) continue;
      const denied = commands.filter((command) => denials.some(({ removed }) => removed.includes(command)));
      const words = denials.map(({ rule }) => rule.word.value).join(' ');
      report(
        selector.rule.at,
        `this allows ${user.name} ${listed(denied)}, which ${first.rule.word.value} denies outside: repeat the denial inside`,
        {
          ...(areAmongTheWorst(denied) ? { severity: 'error' } : {}),
          fixes: denial(
            user,
            words,
            denied,
            `Repeat ${words} inside; clients that use such commands are refused`,
            context,
          ),
        },
      );
    }
  },
});

function isDenialOf(effect: AclEffect, commands: readonly string[]): boolean {
  const word = effect.rule.word.value.toLowerCase();
  if (!word.startsWith('-') || word === '-@all' || effect.outcome !== 'applied') return false;
  const { removed } = effect;
  return commands.some((command) => removed.includes(command));
}
