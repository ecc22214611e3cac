import { defineRule } from './define.js';
import { aclRuleDeletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'acl-pattern-after-all',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl'],
  explains: ['acl-pattern-after-all'],
  summary: 'A pattern follows where all keys or all channels are allowed already.',
  rationale:
    'A pattern behind ~* or allkeys, or behind &* or allchannels, narrows nothing, so the server refuses it as a ' +
    'misunderstanding. In Redis 6.2 every user begins with all channels.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on nopass ~* ~app:* +@read
      #                       ^^^^^^ all keys are allowed already: write resetkeys before it, or delete it
    `,
    good: `
        -- users.acl --
        user app on nopass ~* resetkeys ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document, word, text } = markedBy(project, at);
    const written = word?.value ?? text;
    const [what, reset] = written.startsWith('&') ? ['channels', 'resetchannels'] : ['keys', 'resetkeys'];
    const insert = replacePlace({ ...at, end: at.start }, `${reset} `);
    return {
      message: `all ${what} are allowed already: write ${reset} before it, or delete it`,
      fixes: [{ title: `Insert ${reset}`, safety: 'review', edits: [insert] }, aclRuleDeletion(document, at)],
    };
  },
});
