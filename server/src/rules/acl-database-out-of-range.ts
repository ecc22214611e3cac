import { defineRule } from './define.js';
import { aclRuleDeletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'acl-database-out-of-range',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl'],
  explains: ['acl-database-range'],
  summary: 'An ACL rule names a database with a number that no database can have.',
  rationale: 'Databases are numbered from 0 to 2147483647. The number is not compared with the setting databases.',
  references: ['https://valkey.io/topics/acl/'],
  example: {
    target: 'valkey-9.1',
    bad: `
        -- users.acl --
        user app on nopass ~app:* +@read db=-1
      #                                  ^^^^^ databases have numbers from 0 on: write db=0, or alldbs
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document } = markedBy(project, at);
    return {
      message: 'databases have numbers from 0 on: write db=0, or alldbs',
      fixes: [aclRuleDeletion(document, at)],
    };
  },
});
