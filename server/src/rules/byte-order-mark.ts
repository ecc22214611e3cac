import { defineRule } from './define.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'byte-order-mark',
  aliases: ['syn-line-shape'],
  kind: 'load',
  tags: ['syntax'],
  explains: ['byte-order-mark'],
  summary: 'The file begins with a byte order mark.',
  rationale:
    'Some editors write the invisible bytes EF BB BF at the beginning of UTF-8 files. Servers read them as part of the ' +
    'first word, which is then an unknown directive, even where the line is a comment.',
  references: ['https://www.unicode.org/faq/utf_bom.html'],
  example: {
    bad: `
        -- redis.conf --
        \ufeffmaxmemory 1gb
      # ^^^^^^^^^^ the file begins with an invisible byte order mark: save it as UTF-8 without one
    `,
    good: `
        -- redis.conf --
        maxmemory 1gb
    `,
  },

  explain({ at }, { project }) {
    const { document, line } = markedBy(project, at);
    const range = { start: { line, column: at.start }, end: { line, column: at.start + 1 } };
    return {
      message: 'the file begins with an invisible byte order mark: save it as UTF-8 without one',
      fixes: [
        { title: 'Delete the byte order mark', safety: 'safe', edits: [{ uri: document.uri, range, newText: '' }] },
      ],
    };
  },
});
