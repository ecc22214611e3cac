import { keepingAnAdministrator } from './administering.js';
import { defineRule } from './define.js';
import { placeOfUser } from './ordinary-users.js';
import { isAdministrator, isOpenDefault, mayDoEverything } from './principals.js';
import { denial } from './rights-fixes.js';
import { SENSITIVE } from './sensitive-commands.js';

export default defineRule({
  id: 'unrestricted-user',
  aliases: ['acl-unrestricted-user'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl'],
  summary: 'A user that is no administrator may do everything.',
  rationale:
    'Whoever takes over the application that logs in as this user has the server: all data of all others, its users and its ' +
    'settings, by way of replication or modules often the machine it runs on.',
  silentWhen:
    'It is the only one of several users who may do everything, which makes it the administrator; its name or the setting ' +
    '`administrators` says so; or dangerous-commands-reachable has named what it may run.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-250'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
        user shop on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
      #      ^^^^ shop may do everything, as an administrator: grant what it needs
    `,
    good: `
        -- users.acl --
        user default off
        user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
        user shop on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all -@dangerous -@scripting
    `,
  },

  user(user, context, report) {
    const { project } = context;
    if (project.kind === 'sentinel' || !user.enabled || isOpenDefault(user) || isAdministrator(user, context)) return;
    if (!mayDoEverything(user, project.catalog)) return;
    const isAlone = [...project.users.values()].every((other) => other === user || !other.enabled);
    if (isAlone) return;
    report(placeOfUser(user, context), `${user.name} may do everything, as an administrator: grant what it needs`, {
      fixes: denial(
        user,
        '-@dangerous -@scripting',
        SENSITIVE,
        `Deny ${user.name} everything dangerous and all scripts; clients that use them are refused`,
        context,
      ).map((fix) => keepingAnAdministrator(fix, user, context)),
    });
  },
});
