import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import type { Document } from '../syntax/document.js';
import { defineRule, type Fix } from './define.js';
import { appendLine, deleteLine } from './fixing.js';

export default defineRule({
  id: 'two-sources-of-users',
  aliases: ['syn-acl-source-conflict'],
  kind: 'load',
  tags: ['acl', 'files'],
  explains: ['acl-file-beside-user-lines'],
  summary: 'Users are defined in the configuration file and in an ACL file.',
  rationale:
    'A server takes its users from one place: the ACL file, which ACL LOAD and ACL SAVE work on, or the configuration ' +
    'file. With both it does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- redis.conf --
        aclfile users.acl
      # ^^^^^^^^^^^^^^^^^ users are defined in users.acl and by user lines: keep them all in users.acl
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
        -- users.acl --
        user default off
    `,
    good: `
        -- redis.conf --
        aclfile users.acl
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  explain(_refusal, { project }) {
    const { userSource, settings } = project;
    const file = userSource.kind === 'file' ? userSource : undefined;
    const name = settings.text('aclfile').replace(/^.*\//, '') || 'the ACL file';
    const fixes: Fix[] = [];
    const lines = userLines(project);
    if (file?.document !== undefined && lines.every((line) => canMove(line, file.document))) {
      const edits = lines.flatMap((line) => moved(line, file.document));
      fixes.push({ title: `Move the user lines to ${name}`, safety: 'review', edits });
    }
    if (file?.statement !== undefined) {
      const { document, line } = file.statement;
      fixes.push({ title: 'Delete the aclfile line', safety: 'review', edits: [deleteLine(document, line)] });
    }
    return { message: `users are defined in ${name} and by user lines: keep them all in ${name}`, fixes };
  },
});

function userLines({ statements }: Project): readonly Statement[] {
  return statements.filter((statement) => statement.directive?.canonical === 'user');
}

/** ACL files have no quotes, so that no blank can be written; and a user that the file has already is not added to it. */
function canMove({ args }: Statement, file: Document | undefined): boolean {
  const name = args[0]?.value;
  const isThere = file?.lines.some((line) => line.kind === 'words' && line.words[1]?.value === name);
  return isThere !== true && args.every(({ value }) => /^[^\s\0]+$/.test(value) || value.startsWith('('));
}

function moved({ document, line, args }: Statement, file: Document | undefined): Fix['edits'] {
  if (file === undefined) return [];
  return [deleteLine(document, line), appendLine(file, `user ${args.map(({ value }) => value).join(' ')}`)];
}
