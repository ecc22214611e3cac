import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { replicates } from './replicating.js';

export default defineRule({
  id: 'rename-breaks-persistence',
  aliases: ['cmd-rename-breaks-persistence'],
  kind: 'safety',
  severity: { production: 'warning', development: 'info' },
  tags: ['commands', 'replication'],
  summary: 'A command is renamed that the append-only file or a primary may contain.',
  rationale:
    'The append-only file and the replication stream hold commands under their original names. A server that meets one that ' +
    'it has renamed does not start ("Unknown command reading the append only file"), or leaves its copy as it was: a replica ' +
    'keeps all data after FLUSHALL on its primary.',
  silentWhen:
    'Nothing is kept in an append-only file and nothing replicates, or the command changes no data, as CONFIG, DEBUG ' +
    'and KEYS.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/', 'CWE-665'],
  example: {
    bad: `
        -- redis.conf --
        appendonly yes
        rename-command FLUSHALL ""
      #                ^^^^^^^^ the append-only file may hold this command, and then the server does not start: deny it by ACL rules
    `,
    good: `
        -- redis.conf --
        appendonly yes
    `,
  },

  statement(statement, { project }, report) {
    const [command] = statement.args;
    if (statement.directive?.canonical !== 'rename-command' || command === undefined) return;
    const { settings, catalog } = project;
    if (catalog.commands.get(command.value.toLowerCase())?.flags.has('write') !== true) return;
    if (!settings.isOn('appendonly') && !replicates(project) && !settings.isOn('cluster-enabled')) return;
    const message = settings.isOn('appendonly')
      ? 'the append-only file may hold this command, and then the server does not start: deny it by ACL rules'
      : 'a primary may send this command, and the replica leaves it out: deny it by ACL rules';
    report(placeOf(statement, command), message, { fixes: [deletion(statement.document, statement.line)] });
  },
});
