import { anchorOf } from './anchor.js';
import { type Context, defineRule, type Severity } from './define.js';
import { named, openFaults } from './open-faults.js';
import { isPublicAuthority } from './public-authorities.js';

export default defineRule({
  id: 'vulnerable-tls-reachable',
  aliases: ['cve-tls-preauth-reachable'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['versions', 'tls'],
  summary: 'In the declared release TLS itself is vulnerable, and it is on.',
  rationale:
    'CVE-2026-81934 of Redis and CVE-2026-56684 of Valkey are uses of memory after it was freed, in what is still to be read ' +
    'of a TLS connection. TLS is right all the same: upgrade. Until then demand client certificates from an authority of ' +
    'your own, and deny CLIENT KILL to users.',
  silentWhen:
    'No release is declared, it is mended, or TLS is off. With client certificates demanded, of an authority of your own, it is ' +
    'a warning; of a distribution, which mends old releases without changing their number, it is information.',
  references: ['https://redis.io/docs/latest/operate/rs/release-notes/', 'https://valkey.io/security/', 'CWE-416'],
  example: {
    target: 'redis-7.2',
    circumstances: { release: '7.2.15' },
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
      # ^^^^^^^^ Redis 7.2.15 has CVE-2026-81934, which takes no more than a TLS port: upgrade to 7.2.16
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients no
    `,
    good: `
        -- redis.conf --
        port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-auth-clients no
    `,
  },

  project(context, report) {
    const faults = openFaults(context);
    if (faults === undefined || faults.inTls.length === 0) return;
    const { release, inTls, advice } = faults;
    const isHard = needsCertificate(context);
    const what = isHard ? 'a client certificate' : 'no more than a TLS port';
    const message = `${release} has ${named(inTls)}, which takes ${what}: ${advice}`;
    report(anchorOf(context.project, 'tls-port'), message, severityIn(context, isHard));
  },
});

function needsCertificate({ project: { reach, settings } }: Context): boolean {
  if (reach.clientCertificate !== 'required') return false;
  return !isPublicAuthority(settings.text('tls-ca-cert-file')) && !isPublicAuthority(settings.text('tls-ca-cert-dir'));
}

function severityIn({ circumstances, profile }: Context, isHard: boolean): { readonly severity?: Severity } {
  if (circumstances.flavour === 'distribution') return { severity: 'info' };
  return isHard && profile === 'production' ? { severity: 'warning' } : {};
}
