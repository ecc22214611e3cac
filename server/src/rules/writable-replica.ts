import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';
import { replicates } from './replicating.js';

export default defineRule({
  id: 'writable-replica',
  aliases: ['repl-writable-replica'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['replication'],
  summary: 'Clients may write to a replica.',
  rationale:
    'What is written to a replica never reaches the primary, is checked by no ACL there, and is gone with the next full ' +
    'copy. A memory error of 2026 could be reached on writable replicas only.',
  silentWhen:
    'Replicas refuse writes, which is the default. Without replicaof and without a Sentinel beside the file it is a ' +
    'hint.',
  references: [
    'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/',
    'https://nvd.nist.gov/vuln/detail/CVE-2026-23631',
  ],
  example: {
    bad: `
        -- redis.conf --
        replicaof 127.0.0.1 6380
        replica-read-only no
      #                   ^^ what is written here never reaches the primary: write yes
    `,
    good: `
        -- redis.conf --
        replicaof 127.0.0.1 6380
        replica-read-only yes
    `,
  },

  project({ project }, report) {
    const { settings } = project;
    const decided = decidedValue(project, 'replica-read-only');
    if (decided === undefined || settings.isOn('replica-read-only')) return;
    report(decided.at, 'what is written here never reaches the primary: write yes', {
      ...(!replicates(project) ? { severity: 'hint' } : {}),
      fixes: [settingTo(project, 'replica-read-only', 'yes', 'Refuse writes on the replica')],
    });
  },
});
