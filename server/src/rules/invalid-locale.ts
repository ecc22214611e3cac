import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-locale',
  kind: 'load',
  tags: ['syntax'],
  explains: ['locale'],
  summary: 'locale-collate names a locale that no system can have.',
  rationale: 'The server sets the locale when it starts, and does not start where the system knows none of that name.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        locale-collate en_US/UTF-8
      #                ^^^^^^^^^^^ no locale has a slash in its name: write C or delete the line
    `,
    good: `
        -- redis.conf --
        locale-collate C
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    const range = { start: { line, column: at.start }, end: { line, column: at.end } };
    return {
      message: 'no locale has a slash in its name: write C or delete the line',
      fixes: [
        { title: 'Change to C', safety: 'review', edits: [{ uri: at.uri, range, newText: 'C' }] },
        deletion(document, line),
      ],
    };
  },
});
