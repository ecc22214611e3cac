import { anchorOf } from './anchor.js';
import { settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'persistence-missing',
  aliases: ['limit-persistence-missing'],
  kind: 'safety',
  severity: { production: 'info', development: 'off' },
  tags: ['files'],
  summary: 'Data that matters is kept in memory only.',
  rationale:
    'Sessions, jobs and primary data are gone with the next restart, and nothing can be restored after an accident or an ' +
    'attack. Redis 6.0 drops its built-in save points as soon as it reads any file.',
  silentWhen: 'The role is not known, or it is a cache or a replica.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/'],
  example: {
    circumstances: { role: 'queue' },
    bad: `
        -- redis.conf --
        save ""
      # ^^^^ nothing is written to disk, so that a restart loses everything: write appendonly yes
        maxmemory 1gb
    `,
    good: `
        -- redis.conf --
        save ""
        maxmemory 1gb
        appendonly yes
    `,
  },

  project({ project, circumstances: { role } }, report) {
    const { settings } = project;
    const matters = role === 'session' || role === 'queue' || role === 'primary';
    const writes = settings.isOn('appendonly') || settings.text('save') !== '';
    if (!matters || writes || project.kind !== 'config') return;
    report(
      anchorOf(project, 'save', 'appendonly'),
      'nothing is written to disk, so that a restart loses everything: write appendonly yes',
      {
        fixes: [settingTo(project, 'appendonly', 'yes', 'Keep an append-only file')],
      },
    );
  },
});
