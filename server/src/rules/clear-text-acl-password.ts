import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { digestOf } from './new-secret.js';
import { isPlaceholder } from './placeholders.js';

export default defineRule({
  id: 'clear-text-acl-password',
  aliases: ['secret-plaintext-acl-password'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['secrets', 'acl'],
  summary: 'The password of an ACL user is written in clear.',
  rationale:
    'Whoever reads the file, a backup of it or the repository has the password. The server keeps only the SHA-256 digest ' +
    'and takes that from the file just as well. The digest is unsalted, so that only long random passwords are safe in it.',
  silentWhen: 'The file holds the digest of the password, or the value is a variable.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-256'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on >correct-horse-battery-staple ~app:* +@read
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this password can be read by whoever reads the file: write # and its SHA-256
    `,
    good: `
        -- users.acl --
        user default off
        user app on #87cbebfeebc05f7c54ac9336c4b4bbec831227a641951a4bde7edd56020f8590 ~app:* +@read
    `,
  },

  user({ trace }, _context, report) {
    for (const { rule, serverSays } of trace.filter(isClearText)) {
      if (serverSays !== undefined) continue;
      report(rule.at, 'this password can be read by whoever reads the file: write # and its SHA-256', {
        fixes: () => [
          {
            title: 'Replace the password by its SHA-256; the password is shown once more',
            safety: 'review',
            edits: [replacePlace(rule.at, digestOf(rule.word.value.slice(1)))],
            secret: rule.word.value.slice(1),
          },
        ],
      });
    }
  },
});

function isClearText({ rule: { word } }: AclEffect): boolean {
  return word.value.startsWith('>') && word.value.length > 1 && !isPlaceholder(word.value.slice(1));
}
