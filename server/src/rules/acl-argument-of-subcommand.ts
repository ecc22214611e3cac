import { defineRule } from './define.js';
import { aclRuleDeletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'acl-argument-of-subcommand',
  aliases: ['syn-acl-invalid-token'],
  kind: 'load',
  tags: ['acl', 'commands'],
  explains: ['acl-first-argument-of-subcommand'],
  summary: 'An ACL rule allows an argument of a subcommand.',
  rationale: 'ACL rules reach as far as subcommands. What a subcommand is given cannot be allowed or denied.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +config|get|maxmemory
      #                                                                                      ^^^^^^^^^^^^^^^^^^^^^ ACL rules end at the subcommand: write +config|get
    `,
    good: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +config|get
    `,
  },

  explain({ at }, { project }) {
    const { document, word, text } = markedBy(project, at);
    const written = word?.value ?? text;
    const shorter = written.slice(0, Math.max(0, written.lastIndexOf('|')));
    return {
      message: `ACL rules end at the subcommand: write ${shorter}`,
      fixes: [
        { title: `Change to ${shorter}`, safety: 'review', edits: [replacePlace(at, shorter)] },
        aclRuleDeletion(document, at),
      ],
    };
  },
});
