import { placeOf, type Statement } from '../model/statement.js';
import { defineRule } from './define.js';
import { moveToOwnLine } from './fixing.js';

export default defineRule({
  id: 'comment-as-value',
  aliases: ['syn-trailing-comment', 'syn-silently-accepted'],
  kind: 'clarity',
  tags: ['syntax'],
  severity: 'warning',
  summary: 'A comment behind a directive is taken for values, and nothing complains.',
  rationale:
    'There are no comments behind directives. Where any number of arguments is allowed the server takes each word of the ' +
    'comment for one: a module is given `#` as its first argument, and a save line is ignored before 7.0.',
  silentWhen:
    'Where the server refuses the line for it (see trailing-comment), and for values that begin with # on purpose.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  example: {
    bad: `
        -- redis.conf --
        loadmodule /usr/lib/redis/modules/search.so # full text
      #                                             ^^^^^^^^^^^ comments stand on lines of their own: this one is handed over as values
    `,
    good: `
        -- redis.conf --
        # full text
        loadmodule /usr/lib/redis/modules/search.so
    `,
  },

  statement(statement, _context, report) {
    const { document, line, args, directive } = statement;
    const first = args.find((word, index) => index > 0 && word.quote === '' && word.value.startsWith('#'));
    const last = args.at(-1);
    if (first === undefined || last === undefined || directive?.canonical === 'user') return;
    const at = { ...placeOf(statement, first), end: last.span.end };
    report(at, `comments stand on lines of their own: this one is ${fate(statement)}`, {
      fixes: [
        {
          title: 'Move the comment to its own line',
          safety: 'review',
          edits: moveToOwnLine(document, line, first.span.start),
        },
      ],
    });
  },
});

function fate({ directive }: Statement): string {
  return directive?.canonical === 'save' ? 'why the line is ignored' : 'handed over as values';
}
