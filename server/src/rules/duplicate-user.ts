import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'duplicate-user',
  aliases: ['syn-acl-source-conflict'],
  kind: 'load',
  tags: ['acl'],
  explains: ['acl-duplicate-user'],
  summary: 'A user is defined twice.',
  rationale:
    'From Redis 7.0 on a user can be defined once, in all files together; names are compared letter for letter. Before, ' +
    'the later line replaced the earlier one without a word.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on nopass ~app:* +@read
        user app on nopass ~app:* +@write
      #      ^^^ app is defined already: put all its ACL rules on one line
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document, line, words } = markedBy(project, at);
    return {
      message: `${words[1]?.value ?? 'the user'} is defined already: put all its ACL rules on one line`,
      fixes: [deletion(document, line)],
    };
  },
});
