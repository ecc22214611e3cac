import { defineRule } from './define.js';

export default defineRule({
  id: 'unread-file',
  kind: 'clarity',
  tags: ['files'],
  severity: 'info',
  summary: 'A file was not looked at, so that what it sets is unknown.',
  rationale:
    'Files outside the workspace, devices and very large files are left alone. Rules that depend on what they say are ' +
    'silent, and the server may still refuse them.',
  silentWhen: 'For certificates and other files that only the running server reads.',
  references: [],
  example: {
    bad: `
        -- redis.conf --
        include /run/secrets/redis.conf
      #         ^^^^^^^^^^^^^^^^^^^^^^^ not looked at (outside the workspace): what it sets is unknown here
        -- /run/secrets/redis.conf (withheld) --
    `,
    good: `
        -- redis.conf --
        include /etc/redis/tls.conf
        -- tls.conf --
        tls-protocols "TLSv1.2 TLSv1.3"
    `,
  },

  project({ project }, report) {
    for (const { at, reason } of project.withheld) {
      report(at, `not looked at (${reason}): what it sets is unknown here`);
    }
  },
});
