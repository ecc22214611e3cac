import { anchorOf } from './anchor.js';
import { isIncomplete } from './completeness.js';
import { settingTo } from './decided-value.js';
import { defineRule, type Fix } from './define.js';
import { isLocal } from './loopback.js';

export default defineRule({
  id: 'memory-unlimited',
  aliases: ['limit-maxmemory-unset'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['limits'],
  summary: 'The server may use all the memory of the machine.',
  rationale:
    'Any client that may write fills the memory until the system kills a process, the server or another one. With ' +
    'maxmemory the server refuses writes or evicts keys, as maxmemory-policy says. Leave room for the copy that saving needs.',
  silentWhen:
    'maxmemory is set. It is information for a replica that leaves the limit to its primary, in a container, and ' +
    'where only this machine is listened to.',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/', 'CWE-770'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 0
      # ^^^^^^^^^ whoever may write can use up the memory of the machine: set maxmemory
    `,
    good: `
        -- redis.conf --
        maxmemory 2gb
    `,
  },

  project({ project, circumstances }, report) {
    if (project.kind !== 'config' || project.settings.number('maxmemory') !== 0n) return;
    if (isIncomplete(project, 'maxmemory')) return;
    const limit: Fix = {
      ...settingTo(project, 'maxmemory', LIMIT, `Limit the memory to ${LIMIT}`),
      placeholder: LIMIT,
    };
    const replica = project.settings.text('replicaof') !== '' && project.settings.isOn('replica-ignore-maxmemory');
    const mild = replica || circumstances.flavour === 'official-image' || isLocal(project);
    report(anchorOf(project, 'maxmemory'), 'whoever may write can use up the memory of the machine: set maxmemory', {
      ...(mild ? { severity: 'info' } : {}),
      fixes: [limit],
    });
  },
});

const LIMIT = '2gb';
