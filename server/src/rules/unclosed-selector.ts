import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'unclosed-selector',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'syntax'],
  explains: ['acl-selector-unclosed'],
  summary: 'A selector of an ACL user is not closed.',
  rationale:
    'A selector begins at a word that starts with ( and ends at the first word that ends with ). Where an ACL file does ' +
    'not close one, servers from Redis 7.0 to Valkey 9.1 crash without a message.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read (~tmp:* +set
      #                                                                                             ^^^^^^^ this selector is not closed: write ) at its end
    `,
    good: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read (~tmp:* +set)
    `,
  },

  explain({ at }, { project }) {
    const { words } = markedBy(project, at);
    const end = words.at(-1)?.span.end ?? at.end;
    const edits = [replacePlace({ ...at, start: end, end }, ')')];
    return {
      message: 'this selector is not closed: write ) at its end',
      fixes: [{ title: 'Close the selector', safety: 'review', edits }],
    };
  },
});
