import { defineRule } from './define.js';
import { aclRuleDeletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'acl-subcommand-of-allowed-command',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'commands', 'versions'],
  explains: ['acl-subcommand-of-allowed-command'],
  summary: 'An ACL rule allows a subcommand of a command that is allowed already.',
  rationale:
    'Redis 6.0 refuses a subcommand behind the command it belongs to, since it would narrow nothing. Whoever means to ' +
    'allow only the subcommand has to deny the command first.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    target: 'redis-6.0',
    bad: `
        -- users.acl --
        user app on nopass ~app:* +config +config|get
      #                                   ^^^^^^^^^^^ config is allowed as a whole already: delete this, or the ACL rule that allows it
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:* +config
    `,
  },

  explain({ at }, { project }) {
    const { document, word, text } = markedBy(project, at);
    const command = /^\+?([^|]*)/.exec(word?.value ?? text)?.[1]?.toLowerCase() ?? 'the command';
    return {
      message: `${command} is allowed as a whole already: delete this, or the ACL rule that allows it`,
      fixes: [aclRuleDeletion(document, at)],
    };
  },
});
