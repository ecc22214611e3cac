import { mayRun } from '../model/permissions.js';
import type { User } from '../model/user.js';
import { insteadOfNopass } from './closing-the-default-user.js';
import { type Context, defineRule, type Fix } from './define.js';
import { replacePlace } from './fixing.js';
import { newSecret } from './new-secret.js';
import { placeOfUser } from './ordinary-users.js';

export default defineRule({
  id: 'user-without-password',
  aliases: ['auth-nopass-user'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['authentication', 'acl'],
  summary: 'A user logs in with any password.',
  rationale:
    'With nopass, AUTH takes any text for the password of the user, so that its name is all an attacker has to guess. A nopass ' +
    'behind a password takes that away again. Users who log in by certificate need no password either, and no nopass.',
  silentWhen:
    'The user is off, or is the default user, of whom default-user-open speaks. One that may only PING is information.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-306'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on nopass ~app:* +@read
      #             ^^^^^^ whoever knows the name app is logged in with any password: give it one
    `,
    good: `
        -- users.acl --
        user default off
        user app on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~app:* +@read
    `,
  },

  user(user, context, report) {
    if (user.name === 'default' || !user.enabled || user.passwords !== 'not-needed') return;
    const nopass = user.trace.findLast(({ rule }) => rule.word.value.toLowerCase() === 'nopass')?.rule.at;
    report(
      nopass ?? placeOfUser(user, context),
      `whoever knows the name ${user.name} is logged in with any password: give it one`,
      {
        ...(isHarmless(user, context) ? { severity: 'info' } : {}),
        fixes: nopass === undefined ? [] : passwordInstead(user, nopass, context),
      },
    );
  },
});

/** What health checks run. */
const HARMLESS: ReadonlySet<string> = new Set(['ping', 'hello', 'auth', 'quit', 'reset', 'echo', 'info']);

function isHarmless(user: User, { project }: Context): boolean {
  return [...project.catalog.commands.keys()].every((command) => HARMLESS.has(command) || !mayRun(user, command));
}

function passwordInstead(user: User, at: Parameters<typeof replacePlace>[0], context: Context): readonly Fix[] {
  const { clear, digest } = newSecret(context);
  const generated: Fix = {
    title: `Give ${user.name} a generated password; its clients need it too`,
    safety: 'review',
    edits: [replacePlace(at, insteadOfNopass(user, digest))],
    secret: clear,
  };
  const mapping = context.project.settings.text('tls-auth-clients-user').toLowerCase();
  if (mapping === '' || mapping === 'off') return [generated];
  const certificate: Fix = {
    title: `Let ${user.name} log in by certificate alone`,
    safety: 'review',
    edits: [replacePlace(at, 'resetpass')],
  };
  return [certificate, generated];
}
