import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'audit-log-disabled',
  aliases: ['log-audit-disabled'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['logging'],
  summary: 'Failed logins and denied commands are not recorded.',
  rationale:
    'ACL LOG is the only record of logins that failed and of commands that were denied; it says nothing of those that ' +
    'succeeded. The slow log shows what kept the server busy. Neither costs anything worth switching it off for.',
  silentWhen:
    'The logs are kept, however short. What succeeds stands in neither of them, not even the FLUSHALL of an ' +
    'administrator.',
  references: ['https://redis.io/docs/latest/commands/acl-log/', 'CWE-778'],
  example: {
    bad: `
        -- redis.conf --
        acllog-max-len 0
      #                ^ failed logins and denied commands leave no trace: write 128
    `,
    good: `
        -- redis.conf --
        acllog-max-len 128
    `,
  },

  project({ project }, report) {
    const { settings } = project;
    const acl = decidedValue(project, 'acllog-max-len');
    if (acl !== undefined && settings.number('acllog-max-len') === 0n) {
      report(acl.at, 'failed logins and denied commands leave no trace: write 128', {
        fixes: [settingTo(project, 'acllog-max-len', '128', 'Keep the last 128 entries')],
      });
    }
    const threshold = decidedValue(project, 'slowlog-log-slower-than');
    if (threshold !== undefined && (settings.number('slowlog-log-slower-than') ?? 0n) < 0n) {
      report(threshold.at, 'commands that keep the server busy leave no trace: write 10000', {
        severity: 'info',
        fixes: [settingTo(project, 'slowlog-log-slower-than', '10000', 'Record commands of 10 ms and more')],
      });
    }
    const length = decidedValue(project, 'slowlog-max-len');
    if (length !== undefined && settings.number('slowlog-max-len') === 0n) {
      report(length.at, 'commands that keep the server busy leave no trace: write 128', {
        severity: 'info',
        fixes: [settingTo(project, 'slowlog-max-len', '128', 'Keep the last 128 entries')],
      });
    }
  },
});
