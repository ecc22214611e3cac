import type { User } from '../model/user.js';
import { type Context, defineRule, type Fix, type Report } from './define.js';
import { deleteLine } from './fixing.js';
import { mayDoEverything } from './principals.js';

export default defineRule({
  id: 'dormant-user',
  aliases: ['auth-dormant-user'],
  kind: 'safety',
  severity: { production: 'info', development: 'off' },
  tags: ['authentication', 'acl'],
  summary: 'Nobody can log in as a user, or one word would make it an administrator.',
  rationale:
    'A user that is on and has no password is one that nobody can log in as, often because the sign in front of the password ' +
    'is missing. A user that is off with all rights, or with nopass, is one ACL SETUSER away from being a back door.',
  silentWhen:
    'Users log in by certificate, which takes no password; or the user is the default one, which is off with all rights where ' +
    'the append-only file is read back as it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-1390'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user report on ~report:* +@read
      #      ^^^^^^ nobody can log in as report, which has no password: give it one, or delete the line
    `,
    good: `
        -- users.acl --
        user default off
    `,
  },

  project(context, report) {
    const { project } = context;
    const mapping = project.settings.text('tls-auth-clients-user').toLowerCase();
    const byCertificate = mapping !== '' && mapping !== 'off';
    const defined = [...project.users.values()].filter(({ definedAt }) => definedAt !== undefined);
    const locked = byCertificate ? [] : defined.filter(({ enabled, passwords }) => enabled && passwords === 0);
    const sleeping = defined.filter((user) => !user.enabled && user.name !== 'default' && isPowerful(user, context));
    tell(locked, 'has no password: give it one, or delete the line', 'nobody can log in as', context, report);
    tell(
      sleeping,
      'is off with all it needs to take over: take its rights away, or delete the line',
      '',
      context,
      report,
    );
  },
});

/** Off, and turned on by one word. */
function isPowerful(user: User, { project }: Context): boolean {
  return user.passwords === 'not-needed' || (user.passwords > 0 && mayDoEverything(user, project.catalog));
}

/** One finding for all users of a kind: files written by ACL SAVE hold many. */
function tell(users: readonly User[], what: string, before: string, context: Context, report: Report): void {
  const [first, ...others] = users;
  if (first?.definedAt === undefined) return;
  const subject = before === '' ? `${first.name} ` : `${before} ${first.name}, which `;
  report(first.definedAt, `${subject}${what}`, {
    related: others.flatMap(({ name, definedAt }) =>
      definedAt === undefined ? [] : [{ at: definedAt, message: `${name} likewise` }],
    ),
    fixes: deletionOf(first, context),
  });
}

function deletionOf({ name, definedAt }: User, { project }: Context): readonly Fix[] {
  const document = definedAt && project.documents.get(definedAt.uri);
  // Without its line the default user is open to everyone.
  if (definedAt === undefined || document === undefined || name === 'default') return [];
  return [{ title: `Delete ${name}`, safety: 'review', edits: [deleteLine(document, definedAt.line)] }];
}
