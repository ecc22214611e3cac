import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'duplicate-sentinel-master',
  kind: 'load',
  tags: ['sentinel'],
  explains: ['sentinel-duplicate-master'],
  summary: 'Two monitor lines define the same master.',
  rationale: 'Each name stands for one master, and one address of it; a Sentinel finds the others by itself.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/'],
  example: {
    bad: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
        sentinel monitor mymaster 10.0.0.6 6379 2
      #                  ^^^^^^^^ mymaster is monitored already: give this one another name or delete the line
    `,
    good: `
        -- sentinel.conf --
        sentinel monitor mymaster 10.0.0.5 6379 2
    `,
  },

  explain({ at }, { project }) {
    const { document, line, word } = markedBy(project, at);
    return {
      message: `${word?.value ?? 'this master'} is monitored already: give this one another name or delete the line`,
      fixes: [deletion(document, line)],
    };
  },
});
