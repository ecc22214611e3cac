import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'old-directive-name',
  kind: 'clarity',
  tags: ['versions'],
  severity: 'hint',
  summary: 'A directive is called by a former name.',
  rationale:
    'Former names still work and mean the same setting. Documentation, CONFIG GET and the other lines of most files use ' +
    'the current one, so that two lines for one setting are easily missed.',
  silentWhen: 'Where the target has no newer name.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        slave-read-only yes
      # ^^^^^^^^^^^^^^^ now called replica-read-only
    `,
    good: `
        -- redis.conf --
        replica-read-only yes
    `,
  },

  statement(statement, _context, report) {
    const { directive, name } = statement;
    if (directive === undefined || directive.canonical === directive.name) return;
    const at = placeOf(statement, name);
    const { canonical } = directive;
    report(at, `now called ${canonical}`, {
      fixes: [{ title: `Change to ${canonical}`, safety: 'safe', edits: [replacePlace(at, canonical)] }],
    });
  },
});
