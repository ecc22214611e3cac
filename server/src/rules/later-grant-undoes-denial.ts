import type { Catalog } from '../catalog/catalog.js';
import { effectsOn } from '../model/deciding-rule.js';
import type { AclEffect } from '../model/user.js';
import type { Edit } from '../text/edit.js';
import { type Context, defineRule, type Fix } from './define.js';
import { deleteWords, replacePlace } from './fixing.js';
import { areAmongTheWorst, containerOf, deniable, listed, reachable, SENSITIVE } from './sensitive-commands.js';

export default defineRule({
  id: 'later-grant-undoes-denial',
  aliases: ['acl-order-regrants'],
  kind: 'safety',
  severity: { production: 'warning', development: 'warning' },
  tags: ['acl'],
  summary: 'Commands that are denied first are granted again by a category further on.',
  rationale:
    'ACL rules are applied from left to right, and the last one that speaks of a command decides. -@dangerous +@all denies ' +
    'nothing, and +@all -@dangerous +@keyspace gives back FLUSHALL, KEYS, MIGRATE and RESTORE, which belong to both.',
  silentWhen:
    'What is granted later is one command or subcommand by name, which is how exceptions are written (-@dangerous +info); ' +
    'the denial is -@all, a clean start; or none of the commands that come back is sensitive.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-783'],
  supersedes: [
    'sort-ignores-key-patterns',
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'unrestricted-user',
    'key-names-visible',
    'commands-granted-by-exclusion',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting +@keyspace
      #                                                                                                                    ^^^^^^^^^^ this gives back FLUSHALL, FLUSHDB, SWAPDB, KEYS, MIGRATE and 2 more, which -@dangerous denies: write it in front of the denial
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all +@keyspace -@dangerous -@scripting
    `,
  },

  user(user, context, report) {
    const { project } = context;
    if (!user.enabled || project.kind === 'sentinel') return;
    const sensitive = reachable(user, SENSITIVE, project);
    for (const index of user.selectors.keys()) {
      const effects = effectsOn(user, index);
      for (const [position, grant] of effects.entries()) {
        const denials = isBroadGrant(grant) ? effects.slice(0, position).filter(isDenial) : [];
        if (denials.length === 0 || grant.outcome !== 'applied') continue;
        const regranted = (denial: AclEffect): readonly string[] =>
          sensitive.filter((command) =>
            isRegranted(deniable(command, project.catalog), denial, grant, project.catalog),
          );
        const denied = denials.find((denial) => regranted(denial).length > 0);
        if (denied === undefined) continue;
        const commands = sensitive.filter((command) => denials.some((denial) => regranted(denial).includes(command)));
        report(
          grant.rule.at,
          `this gives back ${listed(commands)}, which ${denied.rule.word.value} denies: write it in front of the denial`,
          { ...(areAmongTheWorst(commands) ? { severity: 'error' } : {}), fixes: swapping(denied, grant, context) },
        );
      }
    }
  },
});

/** A denial of everything begins anew and means no command in particular. */
function isDenial({ rule }: AclEffect): boolean {
  const word = rule.word.value.toLowerCase();
  return word.startsWith('-') && word !== '-@all';
}

function isBroadGrant({ rule }: AclEffect): boolean {
  return /^(?:\+@|allcommands$)/i.test(rule.word.value);
}

/** Whether the one denies the command, held before or not, and the other grants it. */
function isRegranted(command: string, denial: AclEffect, grant: AclEffect, catalog: Catalog): boolean {
  const denied = denial.rule.word.value.slice(1).toLowerCase();
  const members = denied.startsWith('@') ? (catalog.category(denied.slice(1)) ?? []) : [denied];
  return grant.added.includes(command) && (members.includes(command) || members.includes(containerOf(command)));
}

function swapping(denied: AclEffect, grant: AclEffect, { project }: Context): readonly Fix[] {
  const { at, word } = grant.rule;
  const document = project.documents.get(at.uri);
  if (document === undefined || word.quote !== '' || denied.rule.word.quote !== '') return [];
  const edits: readonly Edit[] = [
    replacePlace({ ...denied.rule.at, end: denied.rule.at.start }, `${word.value} `),
    deleteWords(document, at.line, word, word),
  ];
  return [
    {
      title: `Move ${word.value} in front of ${denied.rule.word.value}, which then holds`,
      safety: 'review',
      edits,
    },
  ];
}
