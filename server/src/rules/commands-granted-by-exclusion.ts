import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { isOrdinary } from './ordinary-users.js';

export default defineRule({
  id: 'commands-granted-by-exclusion',
  aliases: ['acl-denylist-style'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['acl'],
  summary: 'A user may run everything but a list of commands.',
  rationale:
    'Every release adds commands, and every module. A user with +@all gets all of them without anybody having decided so, ' +
    'and a list of denials is out of date with the next one.',
  silentWhen: 'Whole categories are denied, which cover coming commands too, and no module is loaded.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-183'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting -scan -randomkey -dbsize
      #                                                                                      ^^^^^ app gets every command that a coming release or a module adds: grant what it needs
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read +@write +@transaction +@pubsub +@connection -@dangerous -@scripting -scan -randomkey -dbsize
    `,
  },

  user(user, context, report) {
    if (!user.selectors[0].commands.future || !isOrdinary(user, context)) return;
    const grant = user.trace.findLast(isEverything)?.rule;
    const denials = user.trace.filter(isSingleDenial).length;
    const hasModules = context.project.settings.statements('loadmodule').length > 0;
    if (grant === undefined || (denials < 3 && !hasModules)) return;
    report(grant.at, `${user.name} gets every command that a coming release or a module adds: grant what it needs`, {
      fixes: [
        {
          title: 'Grant reading, writing, transactions and channels instead of everything; other commands are refused',
          safety: 'review',
          edits: [replacePlace(grant.at, '+@read +@write +@transaction +@pubsub +@connection')],
        },
      ],
    });
  },
});

function isEverything(effect: AclEffect): boolean {
  return /^(?:\+@all|allcommands)$/i.test(effect.rule.word.value) && effect.outcome === 'applied';
}

function isSingleDenial(effect: AclEffect): boolean {
  return /^-[^@]/.test(effect.rule.word.value) && effect.outcome === 'applied';
}
