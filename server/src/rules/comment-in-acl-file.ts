import type { Project } from '../model/project.js';
import type { Document } from '../syntax/document.js';
import type { Place } from '../text/place.js';
import { defineRule, type Fix } from './define.js';
import { deleteLine, deleteWords, insertLine } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'comment-in-acl-file',
  aliases: ['syn-acl-comment'],
  kind: 'load',
  tags: ['acl', 'syntax'],
  explains: ['acl-comment'],
  summary: 'A comment stands in an ACL file.',
  rationale:
    'ACL files are not configuration files: every line is a user, and `#` begins the hash of a password. A server that ' +
    'finds a comment refuses the whole file and does not start; on ACL LOAD it keeps the old users.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- redis.conf --
        aclfile users.acl
        -- users.acl --
        # the application
      # ^^^^^^^^^^^^^^^^^ ACL files know no comments: keep it above the aclfile line of redis.conf
        user app on nopass ~app:* +@read
    `,
    good: `
        -- redis.conf --
        # the application
        aclfile users.acl
        -- users.acl --
        user app on nopass ~app:* +@read
    `,
  },

  explain({ at }, { project }) {
    const home = homeOf(project);
    const removal = removalOf(project, at);
    if (home === undefined) return { message: 'ACL files know no comments: delete it', fixes: [removal] };

    const { text } = markedBy(project, at);
    const comment = text.startsWith('#') ? text : `# ${text}`;
    const move: Fix = {
      title: `Move the comment to ${home.name}`,
      safety: 'safe',
      edits: [insertLine(home.document, home.line, comment), ...removal.edits],
    };
    return {
      message: `ACL files know no comments: keep it above the aclfile line of ${home.name}`,
      fixes: [move, removal],
    };
  },
});

interface Home {
  readonly document: Document;
  readonly line: number;
  readonly name: string;
}

/** The line of the configuration file that names the ACL file. */
function homeOf({ userSource }: Project): Home | undefined {
  if (userSource.kind !== 'file' || userSource.statement === undefined) return undefined;
  const { document, line } = userSource.statement;
  return { document, line, name: document.path.slice(document.path.lastIndexOf('/') + 1) };
}

function removalOf(project: Project, at: Place): Fix {
  const { document, line, words } = markedBy(project, at);
  const [first] = words;
  const comment = words.filter(({ span }) => span.start >= at.start);
  const [start, end] = [comment[0], comment.at(-1)];
  const edit =
    start === undefined || end === undefined || start === first
      ? deleteLine(document, line)
      : deleteWords(document, line, start, end);
  return { title: 'Delete the comment', safety: 'safe', edits: [edit] };
}
