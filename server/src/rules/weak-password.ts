import { placeOf, type Statement } from '../model/statement.js';
import type { User } from '../model/user.js';
import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';
import { type Context, defineRule, type Fix, type Report, type Severity } from './define.js';
import { replacePlace } from './fixing.js';
import { digestOf, newSecret } from './new-secret.js';
import { passwordsInForce } from './passwords-in-force.js';
import { isPlaceholder } from './placeholders.js';
import { isTemplate } from './template-files.js';
import { type Weakness, weaknessOf } from './weak-passwords.js';

export default defineRule({
  id: 'weak-password',
  aliases: ['auth-weak-password', 'auth-known-password-hash', 'auth-placeholder-credential'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['authentication', 'secrets'],
  supersedes: ['secret-in-clear'],
  summary: 'A password is a sample, a common word, or short.',
  rationale:
    'A server answers hundreds of thousands of logins a second and locks nobody out, so that every password out of a list, ' +
    'and every short one, is found in minutes. Samples from documentation are the first on every list.',
  silentWhen:
    'The password is a sample in a file that is a template by its name, or the name of a variable, of which ' +
    'unexpanded-variable speaks.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-521', 'CWE-1392'],
  example: {
    bad: `
        -- redis.conf --
        requirepass foobared
      #             ^^^^^^^^ this password is among the first that everyone tries: use a long random one
    `,
    good: `
        -- redis.conf --
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    `,
  },

  statement(statement, context, report) {
    const secret = secretOf(statement);
    if (secret === undefined || secret.word.value === '') return;
    judge(
      secret.word.value,
      undefined,
      placeOf(statement, secret.word),
      secret.madeHere ? 'clear' : 'elsewhere',
      context,
      report,
    );
  },

  user(user, context, report) {
    for (const { rule } of passwordsInForce(user)) {
      const { value } = rule.word;
      if (value.startsWith('>')) judge(value.slice(1), user, rule.at, 'digest', context, report);
      if (value.startsWith('#') && isKnownDigest(value, user)) {
        report(rule.at, 'this is the digest of a password that everyone tries: use a long random one', {
          fixes: [newPassword(rule.at, 'digest', context)],
        });
      }
    }
  },
});

/** Where the fix writes a new password: in clear, as a digest, or not at all since another server must have the same. */
type Form = 'clear' | 'digest' | 'elsewhere';

function judge(
  password: string,
  user: User | undefined,
  at: Place,
  form: Form,
  context: Context,
  report: Report,
): void {
  if (isPlaceholder(password)) return;
  const weakness = weaknessOf(password, user?.name);
  if (weakness === undefined || (weakness === 'sample' && isTemplate(at.uri))) return;
  report(at, MESSAGES[weakness], {
    ...severityIn(weakness, context),
    fixes: form === 'elsewhere' ? [] : [newPassword(at, form, context)],
  });
}

const MESSAGES: Readonly<Record<Weakness, string>> = {
  empty: 'this password is empty, and logs everyone in who sends an empty one: use a long random one',
  known: 'this password is among the first that everyone tries: use a long random one',
  sample: 'this is a sample out of some documentation, not a password: use a long random one',
  'user-name': "this password is made of the user's own name: use a long random one",
  'very-short': 'this password has fewer than 8 characters and is found in no time: use a long random one',
  short: 'this password is short enough to be guessed: use a long random one',
};

function severityIn(weakness: Weakness, { profile }: Context): { severity?: Severity } {
  if (weakness === 'short') return { severity: profile === 'production' ? 'warning' : 'hint' };
  return profile === 'development' && weakness !== 'empty' ? { severity: 'hint' } : {};
}

/** The word of a line that is a password, and whether it may be changed here alone. */
function secretOf({ directive, args }: Statement): { readonly word: Word; readonly madeHere: boolean } | undefined {
  const [first, second, third] = args;
  switch (directive?.canonical) {
    case 'requirepass':
      return first && { word: first, madeHere: true };
    case 'masterauth':
    case 'primaryauth':
      return first && { word: first, madeHere: false };
    case 'sentinel':
      return sentinelSecret(first, second, third);
    default:
      return undefined;
  }
}

/** `sentinel auth-pass <name> <password>` and `sentinel sentinel-pass <password>`, which others have to have too. */
function sentinelSecret(option: Word | undefined, second: Word | undefined, third: Word | undefined) {
  const name = option?.value.toLowerCase();
  const word = name === 'auth-pass' ? third : name === 'sentinel-pass' ? second : undefined;
  return word && { word, madeHere: false };
}

function newPassword(at: Place, form: 'clear' | 'digest', context: Context): Fix {
  const { clear, digest } = newSecret(context);
  return {
    title: 'Generate a long random password; clients need it too',
    safety: 'review',
    edits: [replacePlace(at, form === 'clear' ? clear : digest)],
    secret: clear,
  };
}

/** A digest can be compared, though not read. */
function isKnownDigest(rule: string, { name }: User): boolean {
  return FAMOUS.has(rule) || digestOf(name) === rule;
}

const FAMOUS: ReadonlySet<string> = new Set(
  [
    '',
    'password',
    'foobared',
    'redis',
    'test',
    'admin',
    'secret',
    'changeme',
    '123456',
    'pass',
    'default',
    'app',
    'mypass',
  ].map(digestOf),
);
