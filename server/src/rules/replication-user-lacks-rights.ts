import { defineRule } from './define.js';
import { granting } from './rights-fixes.js';
import { isAllowed, listed } from './sensitive-commands.js';

export default defineRule({
  id: 'replication-user-lacks-rights',
  aliases: ['acl-replication-user'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['acl', 'replication'],
  summary: 'The user that replicas log in with may not do what replicas do.',
  rationale:
    'Without PSYNC the link never comes up. Without REPLCONF and PING it does, and the primary knows neither the address nor ' +
    'the offset of the replica: WAIT, the lag in INFO and the choice of a new primary go wrong. In a cluster Valkey 9 moves ' +
    'slots with this login too, by CLUSTER SYNCSLOTS.',
  silentWhen: 'masteruser names no user, or one that these files do not define.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-250'],
  example: {
    bad: `
        -- redis.conf --
        replicaof 10.0.0.5 6379
        masteruser replica
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync
      #      ^^^^^^^ replicas log in as replica, which may not run REPLCONF and PING: grant them
    `,
    good: `
        -- redis.conf --
        replicaof 10.0.0.5 6379
        masteruser replica
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
        user default off
        user replica on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +psync +replconf +ping
    `,
  },

  project(context, report) {
    const { users, settings, catalog } = context.project;
    const user = users.get(settings.text('masteruser'));
    if (user?.definedAt === undefined || context.project.kind !== 'config') return;
    const needed = settings.isOn('cluster-enabled') ? [...NEEDED, ...NEEDED_IN_CLUSTERS] : NEEDED;
    const missing = needed.filter((command) => catalog.commands.has(command) && !isAllowed(user, command, catalog));
    if (missing.length === 0) return;
    const words = missing.map((command) => `+${command}`).join(' ');
    report(
      user.definedAt,
      `replicas log in as ${user.name}, which may not run ${listed(missing)}: grant ${missing.length === 1 ? 'it' : 'them'}`,
      { fixes: granting(user, words, context) },
    );
  },
});

const NEEDED = ['psync', 'replconf', 'ping'];

/** From Valkey 9.0 on slots move by a stream that is fetched with this login (`cluster_migrateslots.c`). */
const NEEDED_IN_CLUSTERS = ['cluster|syncslots'];
