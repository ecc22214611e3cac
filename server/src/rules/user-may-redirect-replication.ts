import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { isOrdinary, needlessly, placeOfUser } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { listed, TOPOLOGY } from './sensitive-commands.js';

export default defineRule({
  id: 'user-may-redirect-replication',
  aliases: ['acl-replication-control'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['acl', 'replication'],
  summary: 'An ordinary user may make the server a replica of another one, or change the cluster.',
  rationale:
    'REPLICAOF needs no key permission. Pointed at a server of the attacker, this one drops all its data and takes what it ' +
    'is sent; on 6.x that includes a file that MODULE LOAD then runs. The cluster commands move or drop slots the same way.',
  silentWhen:
    "The user administers the server, is named in the setting `provisioners`, or is Sentinel's, which fails over by SLAVEOF. " +
    'CLUSTER commands count where cluster-enabled is on, and REPLICAOF where it is off, as the server does it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-269'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user deploy on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping +replicaof
      #                                                                                        ^^^^^^^^^^ deploy may replace all data by those of another server with REPLICAOF: deny it
    `,
    good: `
        -- users.acl --
        user default off
        user deploy on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 +ping
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || context.circumstances.provisioners.includes(user.name)) return;
    const commands = needlessly(user, TOPOLOGY, context);
    const [first] = commands;
    if (first === undefined) return;
    const harm = first.startsWith('cluster|') ? 'change the cluster' : 'replace all data by those of another server';
    report(
      grantOf(user, first)?.at ?? placeOfUser(user, context),
      `${user.name} may ${harm} with ${listed(commands)}: deny it`,
      { fixes: withdrawal(user, commands, `Take these commands from ${user.name}`, context) },
    );
  },
});
