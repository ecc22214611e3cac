import { placeOf } from '../model/statement.js';
import { winnerOf } from './anchor.js';
import { settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'plaintext-cluster-bus',
  aliases: ['tls-cluster-bus-plaintext'],
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['tls', 'network'],
  summary: 'The cluster bus takes messages from anyone who reaches it.',
  rationale:
    'Nodes of a cluster talk over a port of their own, 10000 above the other, and it knows no password: users and ' +
    'requirepass do not apply to it. Whoever reaches it takes slots over or crashes nodes. Only tls-cluster with client ' +
    'certificates, or a firewall, keeps strangers out.',
  silentWhen:
    'The cluster listens on this machine only, or the setting `transport` says that the network is protected ' +
    'otherwise.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec/', 'CWE-306', 'CWE-319'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        cluster-enabled yes
      # ^^^^^^^^^^^^^^^ port 16379 takes orders from anyone who reaches it: write tls-cluster yes and open it to the nodes only
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        cluster-enabled yes
        tls-cluster yes
    `,
  },

  project({ project, circumstances }, report) {
    const { settings, reach } = project;
    const line = winnerOf(project, 'cluster-enabled');
    if (line === undefined || !settings.isOn('cluster-enabled') || settings.isOn('tls-cluster')) return;
    if (circumstances.transport === 'protected' || reach.exposure === 'none' || reach.exposure === 'loopback') return;

    const hasMaterial = settings.text('tls-cert-file') !== '' && settings.text('tls-ca-cert-file') !== '';
    const message = `port ${busPort(settings)} takes orders from anyone who reaches it: write tls-cluster yes and open it to the nodes only`;
    report(placeOf(line, line.name), message, {
      fixes: hasMaterial
        ? [settingTo(project, 'tls-cluster', 'yes', 'Encrypt the cluster bus; all nodes have to at once')]
        : [],
    });
  },
});

function busPort({ number }: { number(name: string): bigint | undefined }): bigint {
  const chosen = number('cluster-port') ?? 0n;
  if (chosen !== 0n) return chosen;
  const plain = number('port') ?? 0n;
  return (plain === 0n ? (number('tls-port') ?? 0n) : plain) + 10000n;
}
