import { defineRule } from './define.js';
import { moveToOwnLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'trailing-comment',
  aliases: ['syn-trailing-comment'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['trailing-comment'],
  summary: 'A comment stands behind a directive.',
  rationale:
    'Servers take a line for a comment only if it begins with `#`. Behind a directive the `#` and every word after it ' +
    'are arguments: the line has too many of them, or they mean something else, such as a host name to listen on.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 1gb # half of the machine
      #               ^^^^^^^^^^^^^^^^^^^^^ comments stand on lines of their own: Redis 8.6 takes this one for values
    `,
    good: `
        -- redis.conf --
        # half of the machine
        maxmemory 1gb
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    return {
      message: `comments stand on lines of their own: ${project.target.title} takes this one for values`,
      fixes: [
        { title: 'Move the comment to its own line', safety: 'safe', edits: moveToOwnLine(document, line, at.start) },
      ],
    };
  },
});
