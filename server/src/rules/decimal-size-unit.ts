import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'decimal-size-unit',
  kind: 'clarity',
  tags: ['limits'],
  severity: 'hint',
  summary: 'A size has a decimal unit, which is smaller than the usual one.',
  rationale: '`1g` is 1,000,000,000 bytes; `1gb` is 1,073,741,824, which most people mean.',
  silentWhen: 'For sizes without a unit, in bytes, or in units of 1024.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 4g
      #           ^^ 4g counts in thousands: write 4gb to count in steps of 1024
    `,
    good: `
        -- redis.conf --
        maxmemory 4gb
    `,
  },

  statement(statement, _context, report) {
    if (statement.directive?.type !== 'memory' && statement.directive?.type !== 'percent-or-memory') return;
    for (const word of statement.args) {
      if (!/^[1-9]\d*[kmg]$/i.test(word.value)) continue;
      const at = placeOf(statement, word);
      const binary = `${word.value}b`;
      report(at, `${word.value} counts in thousands: write ${binary} to count in steps of 1024`, {
        fixes: [{ title: `Change to ${binary}`, safety: 'review', edits: [replacePlace(at, binary)] }],
      });
    }
  },
});
