import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { User } from '../model/user.js';
import { type Context, defineRule } from './define.js';
import { isOrdinary, placeOfUser, purposeOf } from './ordinary-users.js';
import { isAboutLogin, rewriting } from './rights-fixes.js';
import { ESCALATING, listed, reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'monitoring-user-may-do-more',
  aliases: ['acl-monitoring-user'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'logging'],
  summary: 'The user of an exporter or a health check may change things, or read data.',
  rationale:
    'The password of such a user is copied to many places. The line that most instructions for exporters give grants +client ' +
    '+eval +get +scan on all keys: reading everything, running Lua and cutting off clients. Metrics take INFO and a few ' +
    'commands beside it, and no key.',
  silentWhen: 'It reads under a pattern of its own, as exporters do that watch single keys.',
  references: ['https://github.com/oliver006/redis_exporter', 'CWE-250'],
  supersedes: [
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'config-get-shows-secrets',
    'untrusted-payloads-accepted',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'commands-granted-by-exclusion',
    'all-channels-granted',
    'functions-rewritten-by-weaker-user',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user exporter on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* -@all +@connection +eval +get +scan +info +client
      #      ^^^^^^^^ metrics take no key, and exporter may run CLIENT KILL, CLIENT PAUSE, EVAL and GET: grant INFO and what belongs to it
    `,
    good: `
        -- users.acl --
        user default off
        user exporter on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 -@all +ping +info +client|setname +slowlog|len +latency|latest +latency|histogram +cluster|info
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || purposeOf(user, context) !== 'monitoring') return;
    const commands = [...reachable(user, ACTING, context.project), ...reading(user, context)];
    if (commands.length === 0) return;
    report(
      placeOfUser(user, context),
      `metrics take no key, and ${user.name} may run ${listed(commands)}: grant INFO and what belongs to it`,
      {
        ...(reachable(user, ESCALATING, context.project).length > 0 && context.profile === 'production'
          ? { severity: 'error' }
          : {}),
        fixes: rewriting(
          user,
          isAboutLogin,
          rightsFor(context),
          `Leave ${user.name} what metrics take; other commands are refused`,
          context,
        ),
      },
    );
  },
});

/** Change the server, its clients or its logs, whatever the keys. */
const ACTING = [
  ...ESCALATING,
  'flushall',
  'flushdb',
  'monitor',
  'client|kill',
  'client|pause',
  'slowlog|reset',
  'eval',
  'evalsha',
  'fcall',
];

/** Commands on keys, where all of them may be used. */
function reading({ selectors }: User, { project: { catalog } }: Context): readonly string[] {
  const names = ['set', 'del', 'get', 'hgetall'].filter((name) => catalog.commands.has(name));
  return names.filter((name) => selectors.some(({ keys, commands }) => keys === 'all' && commands.has(name)));
}

/** What exporters ask for their usual metrics; a release that grants all channels is told not to. */
function rightsFor({ project: { catalog, target } }: Context): string {
  const probe = ['client|setname', 'slowlog|len', 'latency|latest', 'latency|histogram', 'cluster|info'];
  const { selectors, allChannelsByDefault } = aclBehaviourOf(target);
  // Before subcommands had names, any first argument could be granted.
  const known = probe.filter((name) => (selectors ? catalog.commands.has(name) : name !== 'latency|histogram'));
  const channels = allChannelsByDefault ? 'resetchannels ' : '';
  return `${channels}-@all +ping +info ${known.map((name) => `+${name}`).join(' ')}`;
}
