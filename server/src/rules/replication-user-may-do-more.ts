import { commandsOf } from '../model/permissions.js';
import { defineRule } from './define.js';
import { keyPatternsOf } from './key-patterns.js';
import { isOrdinary, placeOfUser, purposeOf } from './ordinary-users.js';
import { isAboutLogin, rewriting } from './rights-fixes.js';
import { listed, SENSITIVE } from './sensitive-commands.js';

export default defineRule({
  id: 'replication-user-may-do-more',
  aliases: ['acl-replication-user'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'replication'],
  summary: 'The user that replicas log in with may do more than replicas do.',
  rationale:
    'The password of this user stands in clear in the configuration of every replica, and PSYNC already reads everything. ' +
    'With PSYNC, REPLCONF and PING alone it can at least change nothing.',
  silentWhen:
    'It has SYNC too, which redis-cli --rdb needs, or CLUSTER SYNCSLOTS, which Valkey 9 needs in clusters. Replicas that log in ' +
    'as an administrator or as the default user are not spoken of.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-250'],
  supersedes: [
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'functions-rewritten-by-weaker-user',
    'commands-granted-by-exclusion',
    'all-channels-granted',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* +psync +replconf +ping +info +get
      #      ^^^^^^^ replicas need PSYNC, REPLCONF and PING, and replica may run GET and INFO too: take them away
    `,
    good: `
        -- users.acl --
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync +replconf +ping
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || purposeOf(user, context) !== 'replication') return;
    if (user.name === 'default' || !commandsOf(user).includes('psync')) return;
    const more = commandsOf(user).filter((command) => !EXPECTED.has(command));
    if (more.length === 0 && keyPatternsOf(user).length === 0) return;
    const worstFirst = [...SENSITIVE.filter((command) => more.includes(command)), ...more];
    const message =
      more.length === 0
        ? `replicas need no keys: take them from ${user.name}`
        : `replicas need PSYNC, REPLCONF and PING, and ${user.name} may run ${listed([...new Set(worstFirst)])} too: take them away`;
    report(placeOfUser(user, context), message, {
      fixes: rewriting(
        user,
        isAboutLogin,
        '+psync +replconf +ping',
        `Leave ${user.name} what replicas need; other commands are refused`,
        context,
      ),
    });
  },
});

/** Those that no ACL rule takes away are here too. */
const EXPECTED: ReadonlySet<string> = new Set([
  'psync',
  'sync',
  'replconf',
  'ping',
  'cluster|syncslots',
  'auth',
  'hello',
  'quit',
  'reset',
]);
