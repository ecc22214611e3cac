import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'weak-tls-protocol',
  aliases: ['tls-weak-protocol'],
  kind: 'safety',
  severity: { production: 'error', development: 'hint' },
  tags: ['tls'],
  summary: 'TLS versions are allowed that have been broken.',
  rationale:
    'TLS 1.0 and 1.1 fall to known attacks, and a client can be talked down to them. Without the line a server takes 1.2 ' +
    'and 1.3, which is right for most; 1.3 alone where every client can.',
  silentWhen: 'The line is absent or empty, which means TLSv1.2 and TLSv1.3, or lists those two.',
  references: ['https://datatracker.ietf.org/doc/html/rfc8996', 'CWE-327'],
  example: {
    bad: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-protocols "TLSv1.1 TLSv1.2"
      #               ^^^^^^^^^^^^^^^^^ TLSv1.1 is broken: write "TLSv1.2 TLSv1.3"
    `,
    good: `
        -- redis.conf --
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        tls-protocols "TLSv1.2 TLSv1.3"
    `,
  },

  project({ project, profile }, report) {
    const decided = decidedValue(project, 'tls-protocols');
    const versions = project.settings
      .text('tls-protocols')
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    if (decided === undefined || versions.length === 0) return;

    const broken = versions.filter((version) => BROKEN.has(version)).map((version) => version.replace('tls', 'TLS'));
    const fixes = [settingTo(project, 'tls-protocols', MODERN, `Allow ${MODERN} only; older clients are refused`)];
    if (broken.length > 0) {
      report(decided.at, `${broken.join(' and ')} ${broken.length > 1 ? 'are' : 'is'} broken: write ${MODERN}`, {
        fixes,
      });
    } else if (!versions.includes('tlsv1.3') && profile === 'production') {
      report(decided.at, `TLSv1.3 is left out: write ${MODERN}`, { severity: 'hint', fixes });
    }
  },
});

const BROKEN: ReadonlySet<string> = new Set(['tlsv1', 'tlsv1.0', 'tlsv1.1']);

const MODERN = '"TLSv1.2 TLSv1.3"';
