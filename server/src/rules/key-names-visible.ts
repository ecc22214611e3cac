import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { isKeptToSomeKeys } from './key-patterns.js';
import { applicationsIn, isOrdinary, placeOfUser } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { ENUMERATING, listed, reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'key-names-visible',
  aliases: ['acl-keyless-enumeration'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['acl'],
  summary: 'A user that is kept to some keys sees the names of all.',
  rationale:
    'SCAN, KEYS, RANDOMKEY and DBSIZE look at all keys, whatever the key patterns say, and CLIENT TRACKING in broadcasting ' +
    'mode reports every key that changes. Names often hold account numbers, e-mail addresses or session tokens.',
  silentWhen:
    'There is only one application, or the user may read all keys anyway. Some libraries cannot do without SCAN.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-200'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user shop on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~shop:* +get +set +scan
      #                                                                                                  ^^^^^ shop sees the names of keys it may not use with SCAN: deny it where the application can do without
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
    if (!isKeptToSomeKeys(user) || !isOrdinary(user, context)) return;
    const applications = applicationsIn(context);
    if (applications.length < 2) return;
    const commands = reachable(user, ENUMERATING, context.project);
    const [first] = commands;
    if (first === undefined) return;
    report(
      grantOf(user, first)?.at ?? placeOfUser(user, context),
      `${user.name} sees the names of keys it may not use with ${listed(commands)}: deny it where the application can do without`,
      { fixes: () => withdrawal(user, commands, `Take these commands from ${user.name}`, context) },
    );
  },
});
