import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'idle-connections-kept',
  aliases: ['limit-connections'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['limits'],
  summary: 'Connections of clients that are gone stay open for ever.',
  rationale:
    'Without keepalive probes the server never learns that a machine went away, and without a timeout it waits. Dead ' +
    'connections add up to maxclients, and then nobody gets in.',
  silentWhen: 'tcp-keepalive or timeout asks after clients, as tcp-keepalive does by default.',
  references: ['https://redis.io/docs/latest/develop/reference/clients/', 'CWE-770'],
  example: {
    bad: `
        -- redis.conf --
        tcp-keepalive 0
      #               ^ connections of clients that are gone stay open until nobody gets in: write 300
    `,
    good: `
        -- redis.conf --
        tcp-keepalive 300
    `,
  },

  project({ project }, report) {
    const { settings } = project;
    const decided = decidedValue(project, 'tcp-keepalive');
    if (decided === undefined || settings.number('tcp-keepalive') !== 0n || settings.number('timeout') !== 0n) return;
    report(decided.at, 'connections of clients that are gone stay open until nobody gets in: write 300', {
      fixes: [
        settingTo(project, 'tcp-keepalive', '300', 'Ask silent clients every 300 seconds whether they are there'),
      ],
    });
  },
});
