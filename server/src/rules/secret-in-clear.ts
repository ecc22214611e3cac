import { placeOf, type Statement } from '../model/statement.js';
import type { Document } from '../syntax/document.js';
import type { Word } from '../syntax/words.js';
import type { Place } from '../text/place.js';
import { everything } from './administering.js';
import { type Context, defineRule, type Fix } from './define.js';
import { deletion, replaceLine } from './fixing.js';
import { digestOf } from './new-secret.js';
import { isPlaceholder } from './placeholders.js';

export default defineRule({
  id: 'secret-in-clear',
  aliases: ['secret-plaintext-directive'],
  kind: 'safety',
  oncePerFile: true,
  severity: { production: 'info', development: 'off' },
  tags: ['secrets'],
  summary: 'The file holds a password or a passphrase in clear.',
  rationale:
    'Servers know no hashed form for these, so that the file itself is the secret: keep it out of version control and out ' +
    'of reach of other users, or include the line from a file that is. requirepass can become a `user default` line, which ' +
    'takes a digest.',
  silentWhen:
    'The value is a variable, or the file lies under `/run/secrets`. A line that is commented out is reported where it reads like ' +
    'one with a secret, and not where it is the sample that servers are delivered with (`# requirepass foobared`).',
  references: ['CWE-260', 'CWE-312'],
  example: {
    bad: `
        -- redis.conf --
        requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ whoever reads this file has the secret: include the line from a file that only the server may read
    `,
    good: `
        -- redis.conf --
        user default on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
    `,
  },

  document(document, _context, report) {
    if (document.dialect.syntax === 'acl') return;
    for (const [line, { kind }] of document.lines.entries()) {
      const at = kind === 'comment' ? commentedSecret(document, line) : undefined;
      if (at !== undefined)
        report(at, 'the line is commented out, and whoever reads this file has the secret: delete it', {
          fixes: [deletion(document, line)],
        });
    }
  },

  statement(statement, context, report) {
    const word = secretOf(statement);
    if (word === undefined || word.value === '' || isPlaceholder(word.value)) return;
    if (statement.document.path.startsWith('/run/secrets/')) return;
    report(
      placeOf(statement, word),
      'whoever reads this file has the secret: include the line from a file that only the server may read',
      { fixes: asDigest(statement, context) },
    );
  },
});

/** A line that was commented out, as far as it reads like one: a name, one value, and nothing that sample files write. */
function commentedSecret(document: Document, line: number): Place | undefined {
  const text = document.lines[line]?.text ?? '';
  const [, before = '', value = ''] = COMMENTED.exec(text) ?? [];
  if (value === '' || SAMPLES.test(value) || isPlaceholder(value)) return undefined;
  return { uri: document.uri, line, start: before.length, end: before.length + value.length };
}

const COMMENTED =
  /^([\t ]*#[\t #]*(?:requirepass|masterauth|primaryauth|tls-key-file-pass|tls-client-key-file-pass|sentinel[\t ]+auth-pass[\t ]+\S+|sentinel[\t ]+sentinel-pass)[\t ]+)(?=\S*\d)(\S{8,})[\t ]*$/i;

/** Of the files that servers are delivered with, and what people write in their place. */
const SAMPLES = /foobared|^<.*>$|MySUPER--secret|pass(?:word)?\d{0,4}$|^your/i;

function secretOf({ directive, args }: Statement): Word | undefined {
  const [first, second, third] = args;
  if (directive?.canonical === 'sentinel') {
    if (/^auth-pass$/i.test(first?.value ?? '')) return third;
    return /^sentinel-pass$/i.test(first?.value ?? '') ? second : undefined;
  }
  return SECRETS.has(directive?.canonical ?? '') ? first : undefined;
}

const SECRETS: ReadonlySet<string> = new Set([
  'requirepass',
  'masterauth',
  'primaryauth',
  'tls-key-file-pass',
  'tls-client-key-file-pass',
]);

/** What requirepass does, a line for the default user does as well; Sentinels send theirs to each other. */
function asDigest(statement: Statement, { project }: Context): readonly Fix[] {
  const { kind, settings, userSource, users, withheld } = project;
  const isDecisive = settings.get('requirepass')?.winner === statement;
  const isFree = withheld.length === 0 && userSource.kind !== 'file' && users.get('default')?.definedAt === undefined;
  if (kind !== 'config' || !isDecisive || !isFree) return [];
  const digest = digestOf(settings.text('requirepass'));
  const user = `user default on ${digest} ${everything(project.target)} +@all`;
  return [
    {
      title: 'Keep its SHA-256 only, in a line for the default user; the password is shown once more',
      safety: 'review',
      edits: [replaceLine(statement.document, statement.line, user)],
      secret: settings.text('requirepass'),
    },
  ];
}
