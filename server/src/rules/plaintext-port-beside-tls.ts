import { placeOf } from '../model/statement.js';
import { anchorOf, winnerOf } from './anchor.js';
import { defineRule } from './define.js';
import { insertLine, replaceWord } from './fixing.js';

export default defineRule({
  id: 'plaintext-port-beside-tls',
  aliases: ['net-plaintext-port-beside-tls'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['tls', 'network'],
  summary: 'TLS is on, and the plaintext port is still open beside it.',
  rationale:
    'tls-port opens a second port; it does not close the first, which stays at 6379 unless port says 0. Clients that were ' +
    'never changed keep sending passwords and data in clear, and nobody notices.',
  silentWhen:
    'The plaintext port is closed or listens on this machine only, or TLS is off. While clients move over, allow it.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/', 'CWE-319'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        port 6379
      #      ^^^^ clients still get in without TLS here: write port 0
        tls-port 6380
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6380
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
    `,
  },

  project({ project }, report) {
    const { plaintext, tls } = project.reach;
    // A server whose TLS does not start has no other port yet.
    if (project.refusals.some(({ code }) => code === 'tls-material-missing')) return;
    if (tls === 'none' || plaintext === 'none' || plaintext === 'loopback') return;

    const line = winnerOf(project, 'port');
    const word = line?.args[0];
    if (line !== undefined && word !== undefined) {
      report(placeOf(line, word), 'clients still get in without TLS here: write port 0', {
        fixes: [
          {
            title: 'Close the plaintext port',
            safety: 'review',
            edits: [replaceWord(line.document, line.line, word, '0')],
          },
        ],
      });
      return;
    }
    const tlsLine = winnerOf(project, 'tls-port');
    const edit = insertLine(tlsLine?.document ?? project.root, tlsLine?.line ?? 0, 'port 0');
    report(
      anchorOf(project, 'tls-port'),
      `port ${project.settings.text('port')} stays open beside it without TLS: write port 0`,
      {
        fixes: [{ title: 'Close the plaintext port', safety: 'review', edits: [edit] }],
      },
    );
  },
});
