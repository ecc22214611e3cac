import { defineRule, type Fix } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-bind-address',
  kind: 'load',
  tags: ['network'],
  explains: ['bind-address'],
  summary: 'bind names something that is no address.',
  rationale:
    'bind takes addresses of this machine, separated by blanks: no commas, no ranges, no ports. What is no address is ' +
    'looked up as the name of a host, and a server that finds none does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  example: {
    bad: `
        -- redis.conf --
        bind 127.0.0.1,10.0.0.5
      #      ^^^^^^^^^^^^^^^^^^ addresses are separated by blanks: write 127.0.0.1 10.0.0.5
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1 10.0.0.5
    `,
  },

  explain({ at }, { project }) {
    const { document, line, text } = markedBy(project, at);
    const addresses = text
      .replace(/["']/g, '')
      .split(/[,;\s]+/)
      .filter((part) => part !== '')
      .join(' ');
    const removal = deletion(document, line);
    if (/[,;]/.test(text) && addresses !== '') {
      const fix: Fix = { title: 'Separate by blanks', safety: 'review', edits: [replacePlace(at, addresses)] };
      return { message: `addresses are separated by blanks: write ${addresses}`, fixes: [fix, removal] };
    }
    if (/\/\d+$/.test(text)) {
      return { message: 'bind takes addresses of this machine and no ranges: write one of them', fixes: [removal] };
    }
    return { message: 'this is no address that a server can listen on: write one of this machine', fixes: [removal] };
  },
});
