import { defineRule } from './define.js';
import { placeOfUser, purposeOf } from './ordinary-users.js';
import { granting } from './rights-fixes.js';
import { isAllowed, listed } from './sensitive-commands.js';

export default defineRule({
  id: 'monitoring-user-sees-nothing',
  aliases: ['acl-monitoring-user'],
  kind: 'clarity',
  severity: { production: 'info', development: 'off' },
  tags: ['acl', 'logging'],
  summary: 'The user of an exporter or a health check may not run the commands that it is there for.',
  rationale:
    '@read holds neither PING nor INFO, and -@dangerous takes INFO away. A user for metrics with +@read -@dangerous can read ' +
    'all data and not one metric.',
  silentWhen: 'It is a health check by its name, and may PING.',
  references: ['https://redis.io/docs/latest/commands/info/'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user monitoring on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~stats:* +@read -@dangerous
      #      ^^^^^^^^^^ monitoring may not run PING and INFO: grant what metrics take
    `,
    good: `
        -- users.acl --
        user default off
        user monitoring on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~stats:* +@read -@dangerous +ping +info
    `,
  },

  user(user, context, report) {
    const { project } = context;
    if (!user.enabled || project.kind === 'sentinel' || purposeOf(user, context) !== 'monitoring') return;
    const needed = /health/i.test(user.name) ? ['ping'] : ['ping', 'info'];
    const missing = needed.filter((command) => !isAllowed(user, command, project.catalog));
    if (missing.length === 0) return;
    const words = missing.map((command) => `+${command}`).join(' ');
    report(placeOfUser(user, context), `${user.name} may not run ${listed(missing)}: grant what metrics take`, {
      fixes: granting(user, words, context),
    });
  },
});
