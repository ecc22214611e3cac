import { placeOf } from '../model/statement.js';
import { splitWords } from '../syntax/words.js';
import { defineRule } from './define.js';
import { quoted, replacePlace } from './fixing.js';

export default defineRule({
  id: 'quotes-inside-word',
  kind: 'clarity',
  tags: ['syntax'],
  severity: 'info',
  summary: 'Quotes stand inside a word, which they are no part of.',
  rationale:
    'Servers take quotes away wherever they stand, so that `pass"word"` is `password`. Text right behind a closing quote ' +
    'is refused by all releases but Valkey 9.1, which reads `"a"b` as `ab`.',
  silentWhen: 'For one pair of quotes around the whole word, and in the lines of users, where `>"two words"` is usual.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  example: {
    bad: `
        -- redis.conf --
        dbfilename dump"-1".rdb
      #            ^^^^^^^^^^^^ quotes are no part of a word: put all of it in quotes
    `,
    good: `
        -- redis.conf --
        dbfilename dump-1.rdb
    `,
    target: 'valkey-9.1',
  },

  statement(statement, _context, report) {
    if (statement.directive?.canonical === 'user') return;
    const text = statement.document.lines[statement.line]?.text ?? '';
    for (const word of statement.args) {
      const written = text.slice(word.span.start, word.span.end);
      if (word.quote === '' || isWhole(written)) continue;
      const at = placeOf(statement, word);
      report(at, 'quotes are no part of a word: put all of it in quotes', {
        fixes: [{ title: 'Quote the whole word', safety: 'safe', edits: [replacePlace(at, quoted(word.value))] }],
      });
    }
  },
});

/** One pair of quotes around all of it. */
function isWhole(written: string): boolean {
  if (!/^["']/.test(written)) return false;
  const [word] = splitWords(written, { textAfterQuote: 'refused', byte255: 'kept' }).words;
  return word?.span.end === written.length;
}
