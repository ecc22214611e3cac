import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { grantOf, isGrantedByName } from './granting.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { allEffects, denial } from './rights-fixes.js';
import { listed, RUNNING_LUA, reachable, SCRIPTING } from './sensitive-commands.js';

export default defineRule({
  id: 'lua-left-allowed',
  aliases: ['acl-dangerous-leaves-scripting'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'scripting'],
  summary: 'A user that is denied everything dangerous may run Lua scripts and functions.',
  rationale:
    'No command of scripts or functions belongs to @dangerous, in any release. A script that writes in an endless loop freezes ' +
    'the server and cannot be killed, and nearly every way to run code on a Redis server in recent years began in Lua.',
  silentWhen:
    'Scripts are granted by name (+eval +evalsha), the user is named in the setting `scriptUsers`, or it administers the server.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-94', 'CWE-1220'],
  supersedes: [
    'dangerous-commands-reachable',
    'functions-rewritten-by-weaker-user',
    'key-names-visible',
    'commands-granted-by-exclusion',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous
      #                                                                                            ^^^^^^^^^^^ this leaves app EVAL, EVAL_RO, EVALSHA, EVALSHA_RO, FCALL and FCALL_RO: add -@scripting
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || context.circumstances.scriptUsers.includes(user.name)) return;
    const { project } = context;
    if (reachable(user, STILL_WORSE, project).length > 0) return;
    const commands = reachable(user, RUNNING_LUA, project).filter((command) => !isGrantedByName(user, command));
    const [first] = commands;
    if (first === undefined) return;
    const denied = allEffects(user).findLast(isDenialOfDangerous)?.rule;
    const grant = grantOf(user, first);
    const at = denied?.at ?? grant?.at ?? placeOfUser(user, context);
    const title = `Deny ${user.name} all scripts; clients that use any are refused`;
    const keeping = `Leave ${user.name} its own Lua scripts, and no functions`;
    report(at, `this leaves ${user.name} ${listed(commands)}: add -@scripting`, {
      fixes: () => [
        ...denial(user, '-@scripting', SCRIPTING, title, context),
        ...denial(user, '-@scripting +eval +evalsha +script|load', SCRIPTING, keeping, context),
      ],
    });
  },
});

/** Where the user has these, Lua is the smaller part of what is to be denied. */
const STILL_WORSE = ['flushall', 'flushdb', 'config|set', 'shutdown', 'keys', 'acl|setuser'];

function isDenialOfDangerous({ rule }: AclEffect): boolean {
  return /^-@(?:dangerous|admin)$/i.test(rule.word.value);
}
