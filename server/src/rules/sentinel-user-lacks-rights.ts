import { defineRule } from './define.js';
import { granting } from './rights-fixes.js';
import { isAllowed, listed } from './sensitive-commands.js';
import { FAILING_OVER, HELLO, hearsOthers, isOfSentinel, WATCHING } from './sentinel-rights.js';

export default defineRule({
  id: 'sentinel-user-lacks-rights',
  aliases: ['sentinel-user-privileges'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['acl', 'sentinel'],
  summary: 'The user that Sentinels log in with may not do what Sentinels do.',
  rationale:
    'Sentinels watch a server with INFO, find each other on the channel __sentinel__:hello, and fail over with MULTI, SLAVEOF, ' +
    'CONFIG REWRITE, CLIENT KILL and EXEC. Where one of them is missing, no failover comes to its end. Without PING, ROLE, ' +
    'CLIENT SETNAME or SCRIPT KILL they manage, and fill the log of denied commands.',
  silentWhen:
    'No Sentinel beside the file names the user with sentinel auth-user, and its own name does not say that it is for Sentinel.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'CWE-250'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello +multi +exec +slaveof +ping +subscribe +publish +info +role +client|setname +script|kill
      #      ^^^^^^^^ Sentinels log in as sentinel, which may not run CONFIG REWRITE and CLIENT KILL, and fail over no more: grant them
    `,
    good: `
        -- users.acl --
        user default off
        user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello +multi +exec +slaveof +ping +subscribe +publish +info +role +client|setname +script|kill +config|rewrite +client|kill
    `,
  },

  user(user, context, report) {
    const { catalog } = context.project;
    if (user.definedAt === undefined || !user.enabled || !isOfSentinel(user, context)) return;
    const lacks = (commands: readonly string[]): readonly string[] =>
      commands.filter((command) => !isAllowed(user, command, catalog));
    const [vital, useful] = [lacks(FAILING_OVER), lacks(WATCHING)];
    const missing = [...vital, ...useful];
    const isDeaf = !hearsOthers(user, context);
    if (missing.length === 0 && !isDeaf) return;

    const them = missing.length === 1 ? 'it' : 'them';
    const sentence =
      missing.length === 0
        ? `which may not use the channel ${HELLO}, and fail over no more: grant it`
        : `which may not run ${listed(missing)}${vital.length > 0 ? ', and fail over no more' : ''}: grant ${them}`;
    const words = [...(isDeaf ? [`&${HELLO}`] : []), ...missing.map((command) => `+${command}`)].join(' ');
    report(user.definedAt, `Sentinels log in as ${user.name}, ${sentence}`, {
      ...(vital.length === 0 && !isDeaf ? { severity: 'warning' } : {}),
      fixes: granting(user, words, context),
    });
  },
});
