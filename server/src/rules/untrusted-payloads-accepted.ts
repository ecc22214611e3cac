import { openAdvisories } from '../catalog/advisories.js';
import type { AclEffect, User } from '../model/user.js';
import { type Context, defineRule, type Fix } from './define.js';
import { deleteWords } from './fixing.js';
import { grantOf } from './granting.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { DESERIALISING, listed, reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'untrusted-payloads-accepted',
  aliases: ['acl-restore-allowed'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['acl', 'commands'],
  summary: 'An ordinary user may hand the server raw payloads to read.',
  rationale:
    'RESTORE reads the inner form of values, as a server has written it. Payloads made on purpose have corrupted the memory ' +
    'of servers again and again, up to running code of the attacker. Nothing but a migration needs it. With ' +
    'skip-sanitize-payload not even the check that the server can make is made.',
  silentWhen:
    'The user administers the server. RESTORE belongs to @dangerous, so that a user who is denied that has none.',
  references: ['https://redis.io/docs/latest/commands/restore/', 'CWE-502'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user import on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~import:* +set +restore
      #                                                                                                 ^^^^^^^^ import may have the server read raw payloads with RESTORE: deny it
    `,
    good: `
        -- users.acl --
        user default off
        user import on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~import:* +set
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || context.circumstances.provisioners.includes(user.name)) return;
    const commands = reachable(user, DESERIALISING, context.project);
    const [first] = commands;
    const skipping = user.trace.findLast(isSkipping);
    if (first !== undefined) {
      report(
        grantOf(user, first)?.at ?? placeOfUser(user, context),
        `${user.name} may have the server read raw payloads with ${listed(commands)}: deny it`,
        {
          ...(isReleaseOpen(context) ? { severity: 'error' } : {}),
          fixes: withdrawal(user, commands, `Take these commands from ${user.name}`, context),
        },
      );
    } else if (user.skipsPayloadCheck && skipping !== undefined) {
      report(skipping.rule.at, `the payloads of ${user.name} are not checked: delete this`, {
        severity: 'info',
        fixes: checking(user, skipping, context),
      });
    }
  },
});

/** Whether the declared release has a fault that a payload uses. */
function isReleaseOpen({ project, circumstances: { release, flavour } }: Context): boolean {
  if (release === undefined || flavour === 'distribution') return false;
  return openAdvisories(project.target.product, release).some(({ needs }) => needs === 'restore');
}

function isSkipping({ rule }: AclEffect): boolean {
  return rule.word.value.toLowerCase() === 'skip-sanitize-payload';
}

function checking(user: User, { rule }: AclEffect, { project }: Context): readonly Fix[] {
  const document = project.documents.get(rule.at.uri);
  if (document === undefined) return [];
  return [
    {
      title: `Check the payloads of ${user.name} where the server checks any`,
      safety: 'review',
      edits: [deleteWords(document, rule.at.line, rule.word, rule.word)],
    },
  ];
}
