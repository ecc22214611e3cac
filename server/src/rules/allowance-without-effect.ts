import { defineRule } from './define.js';
import { deleteLine } from './fixing.js';

export default defineRule({
  id: 'allowance-without-effect',
  kind: 'clarity',
  tags: ['syntax'],
  severity: 'warning',
  summary: 'An allowance hides nothing.',
  rationale:
    'A comment `# redis-hardening: allow` speaks for the lines up to the next directive. One that hides no finding is left ' +
    'over from another text or has the name of the rule wrong, and would hide what somebody writes there later.',
  silentWhen: 'For rules that are switched off, or were not asked for.',
  references: [],
  example: {
    bad: `
        -- redis.conf --
        # redis-hardening: allow misread-value (set by hand)
      #                          ^^^^^^^^^^^^^ misread-value finds nothing here: delete the allowance
        hz 100
    `,
    good: `
        -- redis.conf --
        hz 100
    `,
  },

  allowance({ rule, exists, at, hidden }, { project }, report) {
    if (hidden > 0) return;
    const document = project.documents.get(at.uri);
    report(
      at,
      exists ? `${rule} finds nothing here: delete the allowance` : `there is no rule ${rule}: mend its name`,
      {
        fixes:
          document === undefined
            ? []
            : [{ title: 'Delete the allowance', safety: 'safe', edits: [deleteLine(document, at.line)] }],
      },
    );
  },
});
