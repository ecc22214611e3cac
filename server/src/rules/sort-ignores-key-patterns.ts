import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { isKeptToSomeKeys } from './key-patterns.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'sort-ignores-key-patterns',
  aliases: ['acl-exfiltration-commands'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['acl', 'commands'],
  summary: 'In this release a user that is kept to some keys may read all others with SORT.',
  rationale:
    'SORT app:list BY nosort GET secret:* answers the values of keys that the user may not read: before 7.0 the patterns of ' +
    'BY and GET are not looked at. From 7.0 on they take permission to read all keys.',
  silentWhen: 'The target is 7.0 or later, SORT is denied, as by -@dangerous, or the user may use all keys.',
  references: ['https://redis.io/docs/latest/commands/sort/', 'CWE-1220'],
  example: {
    target: 'redis-6.2',
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +sort
      #                                                                                           ^^^^^ app may read any key with SORT … GET, whatever its key patterns say: deny it
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
    `,
  },

  user(user, context, report) {
    if (aclBehaviourOf(context.project.target).sortPatterns !== 'unchecked') return;
    if (!isKeptToSomeKeys(user) || !isOrdinary(user, context)) return;
    if (reachable(user, ['sort'], context.project).length === 0) return;
    report(
      grantOf(user, 'sort')?.at ?? placeOfUser(user, context),
      `${user.name} may read any key with SORT … GET, whatever its key patterns say: deny it`,
      { fixes: withdrawal(user, ['sort'], `Take SORT from ${user.name}`, context) },
    );
  },
});
