import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';
import { isPublicAuthority } from './public-authorities.js';

export default defineRule({
  id: 'public-ca-trusted',
  aliases: ['tls-public-ca-trust'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['tls'],
  summary: 'Peers are checked against the certificate authorities that the whole world uses.',
  rationale:
    'A server checks who signed a certificate, and never whose it is. With the authorities of the operating system, ' +
    'everyone who can get a certificate for any name at all passes for a client, a replica or the primary.',
  silentWhen: 'Nobody shows a certificate: clients need none, and replication and cluster do without TLS.',
  references: ['https://github.com/redis/redis/issues/15492', 'CWE-295', 'CWE-297'],
  example: {
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/ssl/certs/ca-certificates.crt
      #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every certificate in the world is trusted: name a certificate authority of your own
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
  },

  project({ project }, report) {
    const { settings, reach } = project;
    const peers = settings.isOn('tls-replication') || settings.isOn('tls-cluster');
    if (!peers && (reach.tls === 'none' || reach.clientCertificate === 'none')) return;
    for (const [directive, own] of OWN) {
      const decided = decidedValue(project, directive);
      if (decided === undefined || !isPublicAuthority(settings.text(directive))) continue;
      const title = 'Trust a certificate authority of your own; peers with other certificates are refused';
      report(decided.at, 'every certificate in the world is trusted: name a certificate authority of your own', {
        fixes: [{ ...settingTo(project, directive, own, title), placeholder: own }],
      });
    }
  },
});

const OWN: ReadonlyMap<string, string> = new Map([
  ['tls-ca-cert-file', '/etc/redis/tls/ca.crt'],
  ['tls-ca-cert-dir', '/etc/redis/tls/ca'],
]);
