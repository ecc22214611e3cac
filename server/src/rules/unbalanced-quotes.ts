import { type Reading, splitWords } from '../syntax/words.js';
import type { Place } from '../text/place.js';
import { defineRule, type Fix } from './define.js';
import { deletion, quoted, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'unbalanced-quotes',
  aliases: ['syn-line-shape'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['unbalanced-quotes'],
  summary: 'A quote is not closed, or text follows a closing one.',
  rationale:
    'A quote opens anywhere in a word, so that an apostrophe opens one too, and it must be closed on the same line. ' +
    'Behind a closing quote there must be a blank or the end of the line.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/'],
  example: {
    bad: `
        -- redis.conf --
        dir "/var/lib/redis
      #     ^^^^^^^^^^^^^^^ this quote is not closed: write a " at the end
    `,
    good: `
        -- redis.conf --
        dir "/var/lib/redis"
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    const rest = document.lines[line]?.text.slice(at.start).trimEnd() ?? '';
    const { words } = splitWords(rest, JOINING);
    const [joined] = words;
    const removal = deletion(document, line);
    if (joined !== undefined && joined.span.start === 0) {
      const fix = rewriting('Put all of it in one pair of quotes', at, joined.span.end, quoted(joined.value));
      return { message: 'text follows a closing quote: put all of it in one pair of quotes', fixes: [fix, removal] };
    }
    const [opening = ''] = rest;
    if (opening === '"' || opening === "'") {
      const fix = rewriting('Close the quote', at, rest.length, rest + opening);
      return { message: `this quote is not closed: write a ${opening} at the end`, fixes: [fix, removal] };
    }
    const [word = ''] = /^\S+/.exec(rest) ?? [];
    const fix = rewriting('Put the word in quotes', at, word.length, quoted(word));
    return {
      message: 'a quote inside a word opens a quoted text: put the whole word in quotes',
      fixes: [fix, removal],
    };
  },
});

/** As only Valkey 9.1 reads it, and as most authors mean it. */
const JOINING: Reading = { textAfterQuote: 'joined', byte255: 'kept' };

function rewriting(title: string, at: Place, length: number, newText: string): Fix {
  return { title, safety: 'review', edits: [replacePlace({ ...at, end: at.start + length }, newText)] };
}
