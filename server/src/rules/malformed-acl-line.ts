import { defineRule, type Fix } from './define.js';
import { deletion, replaceLine, replacePlace } from './fixing.js';
import { type Marked, markedBy } from './marked.js';

export default defineRule({
  id: 'malformed-acl-line',
  aliases: ['syn-line-shape'],
  kind: 'load',
  tags: ['acl', 'syntax'],
  explains: ['acl-line-shape'],
  summary: 'A line of an ACL file does not begin with user and a name.',
  rationale:
    'Every line of an ACL file is `user`, in lower case, one space, a name, and ACL rules. Only spaces separate words; a ' +
    'tab is part of one. A single other line makes the server refuse the whole file.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        USER app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
      # ^^^^ a line begins with user in lower case and a name: write user app
    `,
    good: `
        -- users.acl --
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const marked = markedBy(project, at);
    const { document, line } = marked;
    const removal = deletion(document, line);
    if (marked.text.startsWith('\ufeff')) {
      const fix = {
        title: 'Delete the byte order mark',
        safety: 'safe',
        edits: [replacePlace({ ...at, end: at.start + 1 }, '')],
      } as const;
      return { message: 'an invisible byte order mark stands before user: delete it', fixes: [fix, removal] };
    }
    const repaired = repairedLine(marked);
    if (repaired === undefined) {
      return { message: 'a line begins with user and a name: delete the line', fixes: [removal] };
    }
    const fix: Fix = {
      title: 'Begin with user and a name',
      safety: 'safe',
      edits: [replaceLine(document, line, repaired)],
    };
    const name = repaired.split(' ')[1] ?? '';
    return { message: `a line begins with user in lower case and a name: write user ${name}`, fixes: [fix, removal] };
  },
});

/** The line with `USER` and tabs mended; undefined where that does not make it one. */
function repairedLine({ document, line }: Marked): string | undefined {
  const text = document.lines[line]?.text.trim() ?? '';
  const repaired = text.replace(/^user[ \t]+(?=[^ \t])/i, 'user ').replace(/[ \t]+/g, ' ');
  return repaired !== text && /^user \S/.test(repaired) ? repaired : undefined;
}
