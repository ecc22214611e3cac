import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'size-without-unit',
  kind: 'clarity',
  tags: ['limits'],
  severity: 'warning',
  summary: 'maxmemory is a number of bytes so small that a unit was forgotten.',
  rationale:
    'A number without a unit counts bytes. An empty server already takes about a million of them, so that with such a ' +
    'limit it evicts everything or refuses every write.',
  silentWhen: 'For 0, which is no limit, from a million bytes on, and for all other directives.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 512
      #           ^^^ maxmemory counts bytes: write 512mb
    `,
    good: `
        -- redis.conf --
        maxmemory 512mb
    `,
  },

  statement(statement, _context, report) {
    const [word] = statement.args;
    if (statement.directive?.canonical !== 'maxmemory' || word === undefined) return;
    if (!/^[1-9]\d{0,5}$/.test(word.value)) return;
    const at = placeOf(statement, word);
    report(at, `maxmemory counts bytes: write ${word.value}mb`, {
      fixes: [{ title: `Change to ${word.value}mb`, safety: 'review', edits: [replacePlace(at, `${word.value}mb`)] }],
    });
  },
});
