import { placeOf, type Statement } from '../model/statement.js';
import type { Word } from '../syntax/words.js';
import { defineRule } from './define.js';
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
  references: ['CWE-260', 'CWE-312'],
  example: {
    bad: `
        -- redis.conf --
        masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ whoever reads this file has the secret: include the line from a file that only the server may read
    `,
    good: `
        -- redis.conf --
        maxmemory 1gb
    `,
  },

  statement(statement, _context, report) {
    const word = secretOf(statement);
    if (word === undefined || word.value === '' || isPlaceholder(word.value)) return;
    if (statement.document.path.startsWith('/run/secrets/')) return;
    report(
      placeOf(statement, word),
      'whoever reads this file has the secret: include the line from a file that only the server may read',
    );
  },
});

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
