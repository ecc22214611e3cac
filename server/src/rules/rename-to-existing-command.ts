import { defineRule } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'rename-to-existing-command',
  aliases: ['cmd-rename-target-invalid'],
  kind: 'load',
  tags: ['commands'],
  explains: ['rename-to-existing-command'],
  summary: 'rename-command gives a command the name of another one.',
  rationale: 'Two commands cannot answer to one name, so the server stops at the line.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  example: {
    bad: `
        -- redis.conf --
        rename-command CONFIG GET
      #                       ^^^ there is a command get already: choose another name, or "" to take config away
    `,
    good: `
        -- redis.conf --
        rename-command CONFIG ""
    `,
  },

  explain({ at }, { project }) {
    const { document, line, words } = markedBy(project, at);
    const [, from, to] = words.map(({ value }) => value.toLowerCase());
    return {
      message: `there is a command ${to ?? ''} already: choose another name, or "" to take ${from ?? 'it'} away`,
      fixes: [
        { title: `Take ${from ?? 'the command'} away`, safety: 'review', edits: [replacePlace(at, '""')] },
        deletion(document, line),
      ],
    };
  },
});
