import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'log-shows-data',
  aliases: ['log-content'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['logging', 'secrets'],
  summary: 'The log says too much, or too little.',
  rationale:
    'At debug and verbose, and in reports of a crash, the log holds names of keys and what is in them, for everyone who ' +
    'reads logs. At warning it leaves out who connected and what replicated; at nothing the server does not even say why ' +
    'it stops. notice is what servers are meant to run with.',
  silentWhen: 'The log level is `notice`, which is the default.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/config/', 'CWE-532'],
  example: {
    bad: `
        -- redis.conf --
        loglevel debug
      #          ^^^^^ the log shows keys and their contents: write notice
    `,
    good: `
        -- redis.conf --
        loglevel notice
    `,
  },

  project({ project }, report) {
    const decided = decidedValue(project, 'loglevel');
    const level = project.settings.text('loglevel');
    if (decided !== undefined && level !== 'notice') {
      report(decided.at, `${drawbackOf(level)}: write notice`, {
        fixes: [settingTo(project, 'loglevel', 'notice', 'Log at notice')],
      });
    }
    const shown = decidedValue(project, 'hide-user-data-from-log');
    if (shown !== undefined && !project.settings.isOn('hide-user-data-from-log')) {
      report(shown.at, 'reports of a crash show keys and their contents: write yes', {
        fixes: [settingTo(project, 'hide-user-data-from-log', 'yes', 'Leave data out of the log')],
      });
    }
  },
});

function drawbackOf(level: string): string {
  switch (level) {
    case 'nothing':
      return 'the log stays empty, even where the server refuses to start';
    case 'warning':
      return 'the log leaves out connections and replication';
    default:
      return 'the log shows keys and their contents';
  }
}
