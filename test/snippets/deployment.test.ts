import { execFileSync } from 'node:child_process';
import { accessSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { isIn } from '../../server/src/catalog/availability.js';
import { catalogFor } from '../../server/src/catalog/catalog.js';
import { target } from '../../server/src/catalog/target.js';
import { certificates } from '../support/certificates.js';
import { filesBeside, freePort, passwordOf, placed, withPasswords } from '../support/hardened-files.js';
import { withServer } from '../support/servers/real-server.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { expand, snippet } from '../support/snippets.js';

interface AlertGroups {
  readonly groups: readonly { readonly rules: readonly { readonly alert: string; readonly expr: string }[] }[];
}

/** What redis_exporter makes of which fields of INFO; the blackbox probe's metric has none. */
const INFO_FIELDS: Readonly<Record<string, RegExp>> = {
  redis_acl_access_denied_auth_total: /^acl_access_denied_auth:/m,
  redis_aof_last_write_status: /^aof_last_write_status:ok/m,
  redis_commands_total: /^cmdstat_auth:calls=/m,
  redis_connected_clients: /^connected_clients:/m,
  redis_connected_slaves: /^connected_slaves:/m,
  redis_db_keys: /^db0:keys=1,/m,
  redis_errors_total: /^errorstat_WRONGPASS:count=/m,
  redis_instance_info: /^role:master/m,
  redis_master_link_up: /^role:/m,
  redis_max_clients: /^maxclients:/m,
  redis_memory_max_bytes: /^maxmemory:/m,
  redis_memory_used_bytes: /^used_memory:/m,
  redis_rdb_last_bgsave_status: /^rdb_last_bgsave_status:ok/m,
  redis_rejected_connections_total: /^rejected_connections:/m,
};
/** What the exporter says of itself. */
const OF_THE_EXPORTER = ['redis_exporter_last_scrape_error', 'redis_up'];

describe('Prometheus alert rules', () => {
  const text = expand(snippet('Prometheus alert rules').body);
  const { groups }: AlertGroups = parse(text);
  const rules = groups.flatMap((group) => group.rules);

  test('ask for metrics that exist', () => {
    const metrics = new Set(rules.flatMap(({ expr }) => expr.match(/\bredis_\w+/g) ?? []));
    expect([...metrics].sort()).toEqual([...Object.keys(INFO_FIELDS), ...OF_THE_EXPORTER].sort());
  });

  test('watch the commands that do harm, by the names under which they are counted', () => {
    const { expr = '' } = rules.find(({ alert }) => alert === 'RedisDangerousCommandRan') ?? {};
    const pattern = new RegExp(`^(?:${/cmd=~"(.*?)"/.exec(expr)?.[1]})$`);
    const watched = [...catalogFor(target('redis-7.0')).commands.keys()].filter((name) => pattern.test(name));
    expect(watched.sort().join(' ')).toBe(
      'acl|deluser acl|load acl|setuser cluster|forget cluster|meet cluster|reset config|rewrite config|set debug ' +
        'failover flushall flushdb function|delete function|flush function|load function|restore migrate ' +
        'module|load module|loadex monitor replicaof restore slaveof swapdb',
    );
  });

  if (isOnPath('promtool')) {
    test('are taken by promtool', () => {
      expect(checkedAs('alerts.yml', text, (path) => ['promtool', 'check', 'rules', path])).toContain('SUCCESS');
    });
  }
});

test('a NetworkPolicy lets the application and the exporter in, and nothing out but to peers and the name service', () => {
  const { spec } = parse(expand(snippet('Kubernetes NetworkPolicy').body));
  expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
  const [clients, peers] = spec.ingress;
  // Both selectors in one entry: with two entries every pod of the namespace would be let in.
  for (const from of clients.from) expect(Object.keys(from).sort()).toEqual(['namespaceSelector', 'podSelector']);
  expect(peers.from).toEqual([{ podSelector: spec.podSelector }]);
  expect(spec.egress[0].to).toEqual([{ podSelector: spec.podSelector }]);
  expect(
    spec.egress.slice(1).flatMap(({ ports }: { ports: { port: number }[] }) => ports.map(({ port }) => port)),
  ).toEqual([53, 53]);
});

test('a Compose service has no way out of its container and no port on the host', () => {
  const { services, networks } = parse(expand(snippet('Hardened Compose service').body));
  expect(services.redis).not.toHaveProperty('ports');
  expect(services.redis).not.toHaveProperty('privileged');
  expect(services.redis).toMatchObject({
    user: '999:999',
    read_only: true,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
    networks: ['backend'],
  });
  expect(networks).toEqual({ backend: { internal: true } });
});

describe('a systemd drop-in', () => {
  const text = expand(snippet('systemd drop-in').body);

  test('has settings of services only, each on its line', () => {
    const [section, ...settings] = text.trimEnd().split('\n');
    expect(section).toBe('[Service]');
    for (const setting of settings) expect(setting).toMatch(/^[A-Z][A-Za-z]+=[^#]*$/);
  });

  if (isOnPath('systemd-analyze')) {
    test('is taken by systemd', () => {
      const unit = `[Unit]\nDescription=x\n${text}ExecStart=/bin/true\n`;
      expect(checkedAs('x.service', unit, (path) => ['systemd-analyze', 'verify', path])).not.toMatch(/Unknown|Failed/);
    });
  }
});

await describeWithServers('the deployment snippets on real servers', (servers) => {
  const name = 'Kubernetes ConfigMap and Secret';
  const able = servers.filter((server) => isIn(snippet(name).availability ?? '', server.target));
  test.each(able)(
    '$target starts with the ConfigMap and the Secret, and its INFO has what the alerts ask for',
    async (server) => {
      const [configMap, secret] = parseAllDocuments(expand(snippet(name).body)).map((document) => document.toJS());
      const conf = placed(configMap.data['redis.conf'], { port: await freePort() })
        .replace(/^bind .*/m, 'bind 127.0.0.1')
        .replace(/tls\/tls\./g, 'tls/redis.');
      const files = {
        ...filesBeside(await certificates()),
        'redis.conf': conf,
        'users/users.acl': withPasswords(secret.stringData['users.acl']),
      };
      await withServer(server, { files, config: 'redis.conf' }, async (_, connection) => {
        expect(await connection.ask('PING')).toEqual({ error: expect.stringMatching(/^NOAUTH/) });
        expect(await connection.ask('AUTH', 'app', 'guess')).toEqual({ error: expect.stringMatching(/^WRONGPASS/) });
        expect(await connection.ask('AUTH', 'app', passwordOf('app'))).toBe('OK');
        expect(await connection.ask('SET', 'app:k', 'v')).toBe('OK');
        expect(await connection.ask('AUTH', 'metrics', passwordOf('metrics'))).toBe('OK');
        const info = String(await connection.ask('INFO', 'all'));
        for (const [metric, field] of Object.entries(INFO_FIELDS)) {
          if (metric === 'redis_acl_access_denied_auth_total' && server.target === 'redis-7.0') continue;
          expect(info, metric).toMatch(field);
        }
      });
    },
  );
});

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program));
      return true;
    } catch {
      return false;
    }
  });
}

/** What a checker prints about a file, be it pleased or not. */
function checkedAs(name: string, text: string, command: (path: string) => readonly [string, ...string[]]): string {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    writeFileSync(join(folder, name), text);
    const [program, ...args] = command(join(folder, name));
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
