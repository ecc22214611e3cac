import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

const REASON = 'why this is fine here';

export default defineRule({
  id: 'allowance-without-reason',
  kind: 'clarity',
  tags: ['syntax'],
  severity: 'info',
  summary: 'An allowance gives no reason.',
  rationale:
    'Whoever reads the file later has to decide whether the exception still holds, and for that needs to know why.',
  silentWhen: 'Where there is any text in the parentheses.',
  references: [],
  example: {
    bad: `
        -- redis.conf --
        # redis-hardening: allow decimal-size-unit
      #                          ^^^^^^^^^^^^^^^^^ say why: write a reason in parentheses behind it
        maxmemory 4g
    `,
    good: `
        -- redis.conf --
        # redis-hardening: allow decimal-size-unit (why this is fine here)
        maxmemory 4g
    `,
  },

  allowance({ reason, at }, { project }, report) {
    if (reason !== '') return;
    const rest = project.documents.get(at.uri)?.lines[at.line]?.text.slice(at.end) ?? '';
    const [empty = ''] = /^[ \t]*\([ \t]*\)/.exec(rest) ?? [];
    const insert = replacePlace({ ...at, start: at.end, end: at.end + empty.length }, ` (${REASON})`);
    report(at, 'say why: write a reason in parentheses behind it', {
      fixes: project.documents.has(at.uri)
        ? [{ title: 'Insert a reason', safety: 'safe', edits: [insert], placeholder: REASON }]
        : [],
    });
  },
});
