import { keepingAnAdministrator } from './administering.js';
import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { isOrdinary, needlessly, placeOfUser } from './ordinary-users.js';
import { denial, withdrawal } from './rights-fixes.js';
import { ESCALATING, SENSITIVE } from './sensitive-commands.js';

export default defineRule({
  id: 'user-may-make-itself-superuser',
  aliases: ['acl-self-escalation'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['acl', 'commands'],
  summary: 'An ordinary user may give itself every right.',
  rationale:
    'ACL SETUSER alone, without any key or other command, is enough: the user grants itself +@all ~* and carries on. ' +
    'CONFIG SET changes the password of the default user, turns protected mode off and, in 6.x, says where files are written. ' +
    'All other limits of such a user are decoration.',
  silentWhen:
    'The user administers the server by its name, by the setting `administrators`, or because it is the only one of several ' +
    'who may do everything. For users who create others, named in the setting `provisioners`, it is information.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-269'],
  supersedes: [
    'sort-ignores-key-patterns',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'config-get-shows-secrets',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'functions-rewritten-by-weaker-user',
    'commands-granted-by-exclusion',
    'key-names-visible',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@scripting
      #                                                                                      ^^^^^ app may give itself every right with ACL SETUSER, delete other users with ACL DELUSER and change settings with CONFIG SET: deny it
    `,
    good: `
        -- users.acl --
        user default off
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@scripting -@dangerous
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context)) return;
    const commands = needlessly(user, ESCALATING, context);
    const ways = [...new Set(commands.map((command) => WAYS[command]).filter((way) => way !== undefined))];
    const [first] = commands;
    if (first === undefined) return;

    const last = ways.at(-1);
    const said = ways.length < 2 ? last : `${ways.slice(0, -1).join(', ')} and ${last}`;
    const at = grantOf(user, first)?.at ?? placeOfUser(user, context);
    const isProvisioner = context.circumstances.provisioners.includes(user.name);
    const narrow = withdrawal(user, commands, `Take these commands from ${user.name}, and nothing else`, context);
    const broad = denial(
      user,
      '-@dangerous',
      SENSITIVE,
      `Deny ${user.name} everything dangerous; clients that use such commands are refused`,
      context,
    );
    report(at, `${user.name} may ${said}: deny it`, {
      ...(isProvisioner ? { severity: 'info' } : {}),
      // Few words are taken back one by one; of a broad grant more is dangerous than these commands.
      fixes: (needlessly(user, ['psync', 'monitor', 'flushall'], context).length === 0
        ? narrow
        : [...broad, ...narrow]
      ).map((fix) => keepingAnAdministrator(fix, user, context)),
    });
  },
});

const WAYS: Readonly<Record<string, string>> = {
  'acl|setuser': 'give itself every right with ACL SETUSER',
  'acl|deluser': 'delete other users with ACL DELUSER',
  'config|set': 'change settings with CONFIG SET',
  'module|load': 'load native code with MODULE LOAD',
  'module|loadex': 'load native code with MODULE LOAD',
};
