import { placeOf } from '../model/statement.js';
import type { User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { type Context, defineRule, type Fix } from './define.js';
import { replacePlace } from './fixing.js';
import { digestOf, newSecret } from './new-secret.js';
import { passwordsInForce } from './passwords-in-force.js';
import { isNobodysDigest, isPlaceholder } from './placeholders.js';

export default defineRule({
  id: 'shared-password',
  aliases: ['auth-password-reuse'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['authentication', 'secrets'],
  summary: 'Two users have the same password.',
  rationale:
    'Whoever has the password of the lesser user, which stands in the configuration of applications and exporters, logs in as ' +
    'the other one by its name. The digests are unsalted, so that equal passwords show.',
  silentWhen:
    'One of the users is off, or requirepass and masterauth are the same, as they have to be where roles change. The password ' +
    'that replicas log in with is that of their user.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-1391'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ app has the password of admin, and whoever knows it is both: give it one of its own
    `,
    good: `
        -- users.acl --
        user default off
        user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
        user app on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~app:* +@read
    `,
  },

  project(context, report) {
    const owners = new Map<string, { readonly user: User; readonly at: Place }>();
    const users = [...context.project.users.values()].filter(({ enabled }) => enabled);
    for (const user of users) {
      for (const { rule, digest } of passwordsInForce(user)) {
        if (isNobodysDigest(digest)) continue;
        const owner = owners.get(digest);
        if (owner === undefined) owners.set(digest, { user, at: rule.at });
        else if (owner.user !== user && !isNobodys(digest) && !isPlaceholder(rule.word.value.slice(1))) {
          const message = `${user.name} has the password of ${owner.user.name}, and whoever knows it is both: give it one of its own`;
          report(rule.at, message, {
            related: [{ at: owner.at, message: `the same password for ${owner.user.name}` }],
            fixes: [ownPassword(user, rule.at, context)],
          });
        }
      }
    }

    const { settings } = context.project;
    const masterauth = settings.get('masterauth')?.winner;
    const word = masterauth?.args[0];
    const login = settings.text('masteruser') === '' ? 'default' : settings.text('masteruser');
    const owner = owners.get(digestOf(settings.text('masterauth')))?.user;
    if (masterauth === undefined || word === undefined || owner === undefined || owner.name === login) return;
    if (isPlaceholder(word.value)) return;
    report(
      placeOf(masterauth, word),
      `replicas log in as ${login} with the password of ${owner.name}: give each a password of its own`,
    );
  },
});

/** Templates write zeros where the digest is to be put; no password has this one. */
function isNobodys(digest: string): boolean {
  return /^#0+$/.test(digest);
}

function ownPassword({ name }: User, at: Place, context: Context): Fix {
  const { clear, digest } = newSecret(context);
  return {
    title: `Give ${name} a generated password of its own; its clients need it too`,
    safety: 'review',
    edits: [replacePlace(at, digest)],
    secret: clear,
  };
}
