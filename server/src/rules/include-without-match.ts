import { argumentsPlace } from '../model/statement.js';
import { defineRule } from './define.js';
import { deleteLine } from './fixing.js';

export default defineRule({
  id: 'include-without-match',
  aliases: ['syn-include'],
  kind: 'clarity',
  tags: ['files'],
  severity: 'warning',
  summary: 'An include pattern matches no file.',
  rationale:
    'A file that is named and missing stops the start; a pattern that matches nothing is passed over in silence. What the ' +
    'files were to set, a password perhaps, is then at its default.',
  silentWhen: 'Where the folder was not looked at, and before 7.0, where a pattern is the name of a file.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        include /etc/redis/conf.d/*.conf
      #         ^^^^^^^^^^^^^^^^^^^^^^^^ no file matches, and the server starts without any: mend the pattern
        appendonly yes
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  project({ project }, report) {
    for (const statement of project.unmatchedPatterns) {
      report(argumentsPlace(statement), 'no file matches, and the server starts without any: mend the pattern', {
        fixes: [{ title: 'Delete the line', safety: 'safe', edits: [deleteLine(statement.document, statement.line)] }],
      });
    }
  },
});
