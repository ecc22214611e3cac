import { defineRule } from './define.js';
import { deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-acl-user-name',
  kind: 'load',
  tags: ['acl', 'syntax'],
  explains: ['acl-user-name'],
  summary: 'The name of an ACL user has a blank or a NUL byte in it.',
  rationale:
    'Names end at a space, and any other blank or NUL byte in one would make it impossible to write the user down ' +
    'again. In ACL files a tab separates nothing, so that one behind the name becomes part of it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- redis.conf --
        user "app server" on nopass ~app:* +@read
      #      ^^^^^^^^^^^^ names of users have no blanks in them: write app-server
    `,
    good: `
        -- redis.conf --
        user app-server on nopass ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const { document, line, word } = markedBy(project, at);
    const removal = deletion(document, line);
    const name = word?.value.trim().replace(/[\s\0]+/g, '-') ?? '';
    if (word === undefined || name === '') {
      return { message: 'names of users have no blanks in them: write another name', fixes: [removal] };
    }
    const [first = '', ...rest] = word.value.split('\t');
    const isTab = document.dialect.syntax === 'acl' && rest.length > 0 && first !== '';
    const written = isTab ? [first, ...rest].filter((part) => part !== '').join(' ') : name;
    const title = isTab ? 'Replace the tab by a space' : `Change to ${name}`;
    return {
      message: isTab
        ? 'tabs separate nothing in an ACL file: write a space'
        : `names of users have no blanks in them: write ${name}`,
      fixes: [{ title, safety: 'review', edits: [replacePlace({ ...at, ...word.span }, written)] }, removal],
    };
  },
});
