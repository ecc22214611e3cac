import { defineRule } from './define.js';

export default defineRule({
  id: 'nul-byte',
  aliases: ['syn-line-shape'],
  kind: 'clarity',
  tags: ['syntax'],
  severity: 'warning',
  summary: 'A NUL byte hides the rest of its line and joins the next one to it.',
  rationale:
    'Servers read lines as C strings, which end at a NUL byte: what stands behind it is lost, with the end of the line, so ' +
    'that the next line continues this one. An editor shows two harmless lines.',
  silentWhen: 'For the escape `\\x00` in quotes, which is data.',
  references: [],
  example: {
    bad: `
        -- redis.conf --
        port 6379\0
      #          ^ a NUL byte joins the next line to this one: delete it
    `,
    good: `
        -- redis.conf --
        port 6379
    `,
  },

  document(document, _context, report) {
    for (const [line, { text }] of document.lines.entries()) {
      const start = text.indexOf('\0');
      if (start === -1) continue;
      const end = start + (/^\0+/.exec(text.slice(start))?.[0].length ?? 1);
      const range = { start: { line, column: start }, end: { line, column: end } };
      report({ uri: document.uri, line, start, end }, 'a NUL byte joins the next line to this one: delete it', {
        fixes: [
          { title: 'Delete the NUL bytes', safety: 'review', edits: [{ uri: document.uri, range, newText: '' }] },
        ],
      });
    }
  },
});
