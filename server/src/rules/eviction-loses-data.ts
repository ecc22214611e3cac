import { anchorOf } from './anchor.js';
import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'eviction-loses-data',
  aliases: ['limit-eviction-loses-data'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['limits'],
  summary: 'Keys that must not be lost are evicted when the memory is full.',
  rationale:
    'A policy for all keys suits a cache. Where the data is jobs, sessions or the only copy, a flood of worthless keys by ' +
    'anyone who may write silently throws it away, and no client is told.',
  silentWhen:
    'The role is not known and nothing is kept on disk, or there is no limit of the memory to reach. A cache is told ' +
    'the contrary: to evict.',
  references: ['https://redis.io/docs/latest/develop/reference/eviction/', 'CWE-400'],
  example: {
    bad: `
        -- redis.conf --
        maxmemory 1gb
        appendonly yes
        maxmemory-policy allkeys-lru
      #                  ^^^^^^^^^^^ what is kept on disk is evicted from memory and then from disk: write noeviction
    `,
    good: `
        -- redis.conf --
        maxmemory 1gb
        appendonly yes
        maxmemory-policy noeviction
    `,
  },

  project({ project, circumstances: { role } }, report) {
    const { settings } = project;
    const decided = decidedValue(project, 'maxmemory-policy');
    const policy = settings.text('maxmemory-policy');
    const kept = role === 'queue' || role === 'session' || role === 'primary';
    const persistent = settings.isOn('appendonly') && role !== 'cache';
    if (settings.number('maxmemory') === 0n) return;
    if (role === 'cache' && policy === 'noeviction' && project.kind === 'config') {
      report(
        decided?.at ?? anchorOf(project, 'maxmemory'),
        'a cache that evicts nothing refuses writes when the memory is full: write allkeys-lru',
        {
          severity: 'info',
          fixes: [
            settingTo(
              project,
              'maxmemory-policy',
              'allkeys-lru',
              'Evict keys that were not used for long; they are lost then',
            ),
          ],
        },
      );
      return;
    }
    if (decided === undefined) return;
    if (!policy.startsWith('allkeys-') || !(kept || persistent)) return;

    const better = role === 'session' ? 'volatile-ttl' : 'noeviction';
    const what = { queue: 'jobs are', session: 'users are logged out as their sessions are', primary: 'data is' };
    const message =
      role === 'queue' || role === 'session' || role === 'primary'
        ? `${what[role]} evicted when the memory is full: write ${better}`
        : `what is kept on disk is evicted from memory and then from disk: write ${better}`;
    report(decided.at, message, {
      ...(kept ? {} : { severity: 'info' }),
      fixes: [
        settingTo(
          project,
          'maxmemory-policy',
          better,
          `Write ${better}; writes are then refused when the memory is full`,
        ),
      ],
    });
  },
});
