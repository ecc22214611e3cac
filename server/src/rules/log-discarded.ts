import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'log-discarded',
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['logging'],
  summary: 'The log goes nowhere.',
  rationale:
    'A server in the background has no standard output. Without a logfile or syslog nobody can find out later who failed to ' +
    'log in, which module was loaded, or why the server stopped.',
  silentWhen: 'The server runs in the foreground, as under systemd and in containers, or logs to a file or to syslog.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/', 'CWE-778'],
  example: {
    bad: `
        -- redis.conf --
        daemonize yes
      #           ^^^ in the background the log goes nowhere: set logfile or syslog-enabled yes
    `,
    good: `
        -- redis.conf --
        daemonize yes
        logfile /var/log/redis/redis-server.log
    `,
  },

  project({ project }, report) {
    const { settings } = project;
    const decided = decidedValue(project, 'daemonize');
    if (decided === undefined || !settings.isOn('daemonize')) return;
    if (settings.text('logfile') !== '' || settings.isOn('syslog-enabled')) return;
    report(decided.at, 'in the background the log goes nowhere: set logfile or syslog-enabled yes', {
      fixes: [
        { ...settingTo(project, 'logfile', LOG, 'Log to a file'), placeholder: LOG },
        settingTo(project, 'syslog-enabled', 'yes', 'Log to syslog'),
      ],
    });
  },
});

const LOG = '/var/log/redis/redis-server.log';
