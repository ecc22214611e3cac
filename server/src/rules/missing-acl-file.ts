import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';
import { troubleWithPath } from './unopened-path.js';

export default defineRule({
  id: 'missing-acl-file',
  aliases: ['syn-acl-source-conflict'],
  kind: 'load',
  tags: ['acl', 'files'],
  explains: ['acl-file-missing'],
  summary: 'The ACL file does not exist.',
  rationale:
    'A server that cannot open its ACL file does not start; it creates none. A relative path is looked up in the last ' +
    '`dir`, or else in the working directory of the process.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- redis.conf --
        aclfile /etc/redis/users.acl
      #         ^^^^^^^^^^^^^^^^^^^^ no such file: create it, empty if need be
        appendonly yes
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  explain({ at, detail }, { project }) {
    const { document, line, word } = markedBy(project, at);
    const isAbsolute = word?.value.startsWith('/') ?? true;
    const missing = isAbsolute
      ? 'no such file: create it, empty if need be'
      : 'no such file in the last dir or the working directory: write an absolute path';
    return {
      message: troubleWithPath(detail['reason']) ?? missing,
      fixes: [deletion(document, line)],
    };
  },
});
