import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isIn } from '../../server/src/catalog/availability.js';
import { type Certificates, certificates } from '../support/certificates.js';
import { passwordFor, textOfFile } from '../support/configuration-sets.js';
import { eventually } from '../support/eventually.js';
import { type Sample, scraped } from '../support/exporter.js';
import { type RunningSet, runningSet } from '../support/running-set.js';
import { fetchPrograms } from '../support/servers/fetch.js';
import { EXPORTER } from '../support/servers/packages.js';
import { describeWithServers, skipUnlessRequired } from '../support/servers/requirements.js';

/** What only some releases count. */
const SINCE: Readonly<Record<string, string>> = {
  redis_acl_access_denied_auth_total: 'redis 7.2+ valkey 7.2+',
  redis_errors_total: 'redis 6.2+ valkey 7.2+',
  // In INFO from 7.0 on; before, only CONFIG GET tells, which the exporter may not run.
  redis_max_clients: 'redis 7.0+ valkey 7.2+',
};

const [exporter] = await fetchPrograms([EXPORTER]);

await describeWithServers('a redis_exporter that logs in as the user made for it', (servers) => {
  let drawn: Certificates;
  beforeAll(async () => {
    drawn = await certificates();
  });

  describe.each(servers)('$target', (server) => {
    let set: RunningSet;
    afterEach(() => set?.stop());

    test('gives the alert rules every metric that they read, and an attack moves them', async ({ skip }) => {
      if (exporter === undefined || 'error' in exporter) {
        skipUnlessRequired(skip, `there is no redis_exporter to ask: ${exporter?.error}`);
        return;
      }
      set = await runningSet(server, { name: '', role: 'primary', tls: 'mutual' }, drawn);
      const { made, ports } = set;
      const { folder } = await set.start('primary');
      await set.start('replica');
      await eventually(() => set.ask(ports.replica, 'ops-admin', 'INFO', 'replication'), /^master_link_status:up\r?$/m);
      await eventually(() => set.ask(ports.primary, 'ops-admin', 'SET', 'k', 'v'), /^OK$/);
      const [user, password] = ['metrics', passwordFor(made, 'metrics')];
      const scrape = () =>
        scraped(exporter.path, { folder, user, password, certificates: drawn, ports: [ports.primary, ports.replica] });

      await attack(set);
      const samples = await scrape();
      const names = new Set(samples.map(({ metric }) => metric));
      const missing = metricsOfAlerts(textOfFile(made, 'redis-alerts.yml'))
        .filter((metric) => isIn(SINCE[metric] ?? 'all', server.target))
        .filter((metric) => !names.has(metric));
      expect(missing).toEqual([]);

      const value = (metric: string, labels = '') => first(samples, metric, labels);
      expect(value('redis_up')).toBe(1);
      expect(value('redis_commands_total', 'cmd="flushall"')).toBe(1);
      expect(value('redis_instance_info', 'role="master"')).toBe(1);
      expect(value('redis_master_link_up')).toBe(1);
      if (isIn(SINCE['redis_errors_total'] ?? '', server.target)) {
        expect(value('redis_errors_total', 'err="WRONGPASS"')).toBeGreaterThanOrEqual(20);
        expect(value('redis_errors_total', 'err="NOPERM"')).toBeGreaterThanOrEqual(1);
        expect(value('redis_errors_total', 'err="NOAUTH"')).toBeGreaterThanOrEqual(1);
      }
      if (isIn(SINCE['redis_acl_access_denied_auth_total'] ?? '', server.target)) {
        expect(value('redis_acl_access_denied_auth_total')).toBeGreaterThanOrEqual(20);
      }
    });
  });
});

/** Guesses, a denied command, one without a login, and one that an administrator ought not to run. */
async function attack({ connect, ask, ports: { primary } }: RunningSet): Promise<void> {
  const stranger = await connect(primary);
  await stranger.ask('KEYS', '*');
  for (let i = 0; i < 20; i++) await stranger.ask('AUTH', 'app', `guess ${i}`);
  stranger.close();
  await ask(primary, 'app', 'FLUSHALL');
  expect(await ask(primary, 'ops-admin', 'FLUSHALL')).toBe('OK');
  expect(await ask(primary, 'ops-admin', 'SET', 'k', 'v')).toBe('OK');
}

/** The metrics of redis_exporter that the rules name. */
function metricsOfAlerts(text: string): readonly string[] {
  const { groups }: { groups: readonly { rules: readonly { expr: string }[] }[] } = parse(text);
  const expressions = groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));
  return [...new Set(expressions.flatMap((expr) => expr.match(/\bredis_\w+/g) ?? []))];
}

function first(samples: readonly Sample[], metric: string, labels: string): number | undefined {
  return samples.find((sample) => sample.metric === metric && sample.labels.includes(labels))?.value;
}
