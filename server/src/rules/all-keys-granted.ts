import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { applicationsIn, isOrdinary, prefixFor, purposeOf } from './ordinary-users.js';
import { allEffects } from './rights-fixes.js';

export default defineRule({
  id: 'all-keys-granted',
  aliases: ['acl-all-keys-app-user'],
  kind: 'safety',
  severity: { production: 'info', development: 'off' },
  tags: ['acl'],
  summary: 'One of several applications may use the keys of all.',
  rationale:
    'Where every application may use every key, a mistake or a break-in in one of them reaches the data of all. A pattern ' +
    'with a prefix per application keeps them apart.',
  silentWhen: 'There is only one application, or the user may run no command that takes a key.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-1220'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user shop on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +get +set
      #                                                                                ^^ shop may use the keys of the other applications too: give it a prefix of its own, such as ~shop:*
        user mail on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~mail:* +get +set
    `,
    good: `
        -- users.acl --
        user default off
        user shop on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~shop:* +get +set
        user mail on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~mail:* +get +set
    `,
  },

  user(user, context, report) {
    const isMeant = isOrdinary(user, context) && purposeOf(user, context) === 'application';
    if (!isMeant || !user.selectors.some(({ keys, commands }) => keys === 'all' && commands.has('get'))) return;
    const applications = applicationsIn(context);
    const grant = allEffects(user).findLast(isAllKeys)?.rule;
    if (applications.length < 2 || grant === undefined) return;
    const prefix = prefixFor(user);
    report(
      grant.at,
      `${user.name} may use the keys of the other applications too: give it a prefix of its own, such as ~${prefix}`,
      {
        fixes: [
          {
            title: 'Keep it to keys with a prefix; commands on other keys are refused',
            safety: 'review',
            edits: [replacePlace(grant.at, `~${prefix}`)],
            placeholder: prefix,
          },
        ],
      },
    );
  },
});

function isAllKeys(effect: AclEffect): boolean {
  return /^(?:~\*|allkeys)$/i.test(effect.rule.word.value) && effect.outcome === 'applied';
}
