import type { AclEffect } from '../model/user.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { digestOf } from './new-secret.js';

export default defineRule({
  id: 'digest-as-password',
  aliases: ['auth-digest-as-plaintext'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['authentication', 'secrets', 'acl'],
  summary: 'What looks like the digest of a password is written as the password itself.',
  rationale:
    'Behind > stands a password in clear, whatever it looks like; a digest stands behind #. If this is the SHA-256 of a ' +
    'password, that password does not log in, and the digest does. If it is a generated password, the file shows it.',
  silentWhen: 'The same text is a password elsewhere in these files, such as in masterauth.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-256'],
  supersedes: ['clear-text-acl-password'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on >9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ these 64 digits are the password itself: write # for a digest, or the digest of them
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  user({ trace }, { project: { statements } }, report) {
    for (const { rule } of trace.filter(looksLikeDigest)) {
      const text = rule.word.value.slice(1);
      if (statements.some(({ args }) => args.some(({ value }) => value === text))) continue;
      report(rule.at, 'these 64 digits are the password itself: write # for a digest, or the digest of them', {
        fixes: [
          {
            title: 'It is a digest: write #; the password that it was made of logs in then',
            safety: 'review',
            edits: [replacePlace(rule.at, `#${text}`)],
          },
          {
            title: 'It is a generated password: write its digest; keep the password elsewhere first',
            safety: 'review',
            edits: [replacePlace(rule.at, digestOf(text))],
          },
        ],
      });
    }
  },
});

function looksLikeDigest({ rule, serverSays }: AclEffect): boolean {
  return serverSays === undefined && /^>[0-9a-f]{64}$/.test(rule.word.value);
}
