import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'include-loop',
  aliases: ['syn-include'],
  kind: 'load',
  tags: ['files'],
  explains: ['include-loop'],
  summary: 'A file includes itself.',
  rationale:
    'The server reads a file that includes itself, directly or through others, again and again until its stack is full; ' +
    'it crashes without a message.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        appendonly yes
        include /etc/redis/redis.conf
      #         ^^^^^^^^^^^^^^^^^^^^^ this file is being read already, and the server reads in circles until it crashes: delete the line
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    return {
      message: 'this file is being read already, and the server reads in circles until it crashes: delete the line',
      fixes: [deletion(document, line)],
    };
  },
});
