import { defineRule } from './define.js';
import { aclRuleDeletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'removal-of-absent-password',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'authentication'],
  explains: ['acl-password-absent'],
  summary: 'An ACL rule removes a password that the user does not have.',
  rationale:
    'Behind < stands a password to remove and behind ! the hash of one. In a file each user begins without any, so that ' +
    'only a password given earlier on the same line can be removed. A password to add begins with >.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on >k3vW9sQ2 <previous ~app:* +@read
      #                       ^^^^^^^^^ the user has no such password to remove: delete the ACL rule
    `,
    good: `
        -- users.acl --
        user app on >k3vW9sQ2 ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document } = markedBy(project, at);
    return {
      message: 'the user has no such password to remove: delete the ACL rule',
      fixes: [aclRuleDeletion(document, at)],
    };
  },
});
