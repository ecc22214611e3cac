import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'sentinel-line-in-server-file',
  aliases: ['syn-unknown-directive'],
  kind: 'load',
  tags: ['sentinel', 'syntax'],
  explains: ['sentinel-line-outside-sentinel'],
  summary: "A line for Sentinel stands in a server's configuration file.",
  rationale:
    'A Sentinel is a process of its own with a file of its own, which it rewrites as it learns. A server that is not ' +
    'started with --sentinel stops at the first such line.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  example: {
    bad: `
        -- redis.conf --
        port 6379
        sentinel monitor mymaster 10.0.0.5 6379 2
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ servers take no sentinel lines: put it into sentinel.conf
    `,
    good: `
        -- redis.conf --
        port 6379
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    return {
      message: 'servers take no sentinel lines: put it into sentinel.conf',
      fixes: [deletion(document, line)],
    };
  },
});
