import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { dropsTransactionsOfDefault } from '../catalog/aof-replay.js';
import { defineRule } from './define.js';
import { rewriting } from './rights-fixes.js';

export default defineRule({
  id: 'default-off-drops-transactions',
  aliases: ['auth-default-off-aof-data-loss'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['authentication', 'acl', 'files'],
  summary: 'The default user has too few rights for the append-only file to be read back.',
  rationale:
    'At a start the server runs the append-only file as the default user, and drops transactions and scripts with commands ' +
    'or keys that this user may not use. Nothing but a line in the log says so. A user that is off and has no password can ' +
    'keep all rights: nobody can log in as it, and clients that do not log in still get NOAUTH.',
  silentWhen: 'There is no append-only file, the default user keeps all rights, or the release reads everything back.',
  references: [
    'https://github.com/redis/redis/issues/14541',
    'https://github.com/valkey-io/valkey/issues/3983',
    'CWE-665',
  ],
  example: {
    target: 'redis-7.4',
    bad: `
        -- redis.conf --
        appendonly yes
        user default off
      #      ^^^^^^^ transactions are dropped when the append-only file is read back as this user: keep its rights, it stays off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@write
    `,
    good: `
        -- redis.conf --
        appendonly yes
        user default off resetpass ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@write
    `,
  },

  project(context, report) {
    const { project, circumstances } = context;
    const user = project.users.get('default');
    if (project.kind !== 'config' || !project.settings.isOn('appendonly') || user?.definedAt === undefined) return;
    if (!dropsTransactionsOfDefault(project.target, circumstances.release)) return;
    const [{ keys, commands }] = user.selectors;
    if (keys === 'all' && commands.future && commands.has('set') && commands.has('flushall')) return;

    const channels = aclBehaviourOf(project.target).channels ? ' &*' : '';
    const rights = `off resetpass ~*${channels} +@all`;
    const message = user.enabled
      ? 'transactions with what this user may not do are dropped when the append-only file is read back: keep its rights, and turn it off'
      : 'transactions are dropped when the append-only file is read back as this user: keep its rights, it stays off';
    report(user.definedAt, message, {
      ...(user.enabled && context.profile === 'production' ? { severity: 'warning' } : {}),
      fixes: user.enabled
        ? []
        : rewriting(
            user,
            () => false,
            rights,
            'Give the default user its rights back; nobody can log in as it',
            context,
          ),
    });
  },
});
