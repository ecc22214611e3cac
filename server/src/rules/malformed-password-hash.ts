import { defineRule } from './define.js';
import { aclRuleDeletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'malformed-password-hash',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'authentication'],
  explains: ['acl-password-digest'],
  summary: 'The hash of a password is not 64 lower-case hexadecimal digits.',
  rationale:
    'Behind # (or !, which removes one) stands the SHA-256 of a password, exactly as `sha256sum` prints it. A password in ' +
    'clear needs > before it, and a comment has no place in the line of a user.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on #9DCA666EB54730714630D1519264A7BF1EEAAD00B8F2EDC90D3ECBFAD928D163 ~app:* +@read
      #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a hash has 64 digits and lower-case letters a to f: write it in lower case
    `,
    good: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document, word, text } = markedBy(project, at);
    const written = word?.value ?? text;
    const removal = [aclRuleDeletion(document, at)];
    const digits = written.slice(1);
    if (/^[0-9a-f]{64}$/i.test(digits)) {
      const edits = [replacePlace(at, written.toLowerCase())];
      return {
        message: 'a hash has 64 digits and lower-case letters a to f: write it in lower case',
        fixes: [{ title: 'Write the hash in lower case', safety: 'safe', edits }, ...removal],
      };
    }
    if (/^[0-9a-f]{32,}$/i.test(digits)) {
      return { message: `a SHA-256 has 64 digits, not ${digits.length}: copy all of it`, fixes: removal };
    }
    return {
      message: 'no SHA-256 of a password: write 64 hexadecimal digits, or > before a password in clear',
      fixes: removal,
    };
  },
});
