import { wholePlace } from '../model/statement.js';
import { defineRule } from './define.js';
import { deleteLine } from './fixing.js';

export default defineRule({
  id: 'directive-without-effect',
  aliases: ['syn-silently-accepted'],
  kind: 'clarity',
  tags: ['versions'],
  severity: 'info',
  summary: 'The server accepts the directive and ignores it.',
  rationale:
    'Directives of former releases are accepted with any one argument, so that old files still load, and do nothing.',
  silentWhen: 'In releases that still read the directive.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config-file/'],
  example: {
    bad: `
        -- redis.conf --
        io-threads-do-reads yes
      # ^^^^^^^^^^^^^^^^^^^^^^^ Redis 8.6 ignores io-threads-do-reads: delete the line
    `,
    good: `
        -- redis.conf --
    `,
  },

  statement(statement, { project: { target } }, report) {
    const { directive, document, line } = statement;
    if (directive?.type !== 'ignored') return;
    report(wholePlace(statement), `${target.title} ignores ${directive.name}: delete the line`, {
      fixes: [{ title: 'Delete the line', safety: 'safe', edits: [deleteLine(document, line)] }],
    });
  },
});
