import { anchorOf, winnerOf } from './anchor.js';
import { isIncomplete } from './completeness.js';
import { type Context, defineRule, type Fix, type Severity } from './define.js';
import { insertLine, replaceLine } from './fixing.js';

export default defineRule({
  id: 'tls-not-enabled',
  kind: 'safety',
  severity: { production: 'warning', development: 'off' },
  tags: ['tls', 'network'],
  summary: 'Other machines reach the server, and nothing is encrypted.',
  rationale:
    'Passwords, data and the replication stream cross the network in clear. Whoever can listen on the way has them, and ' +
    "whoever can answer in the server's place is believed.",
  silentWhen:
    'Only this machine is listened to, or the setting `transport` says that the network is protected otherwise. In a ' +
    'container of the official images, and while protected mode turns other machines away, it is information.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/', 'CWE-319'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        port 6379
      # ^^^^ passwords and data cross the network in clear: listen with tls-port instead
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        requirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
    `,
  },

  project(context, report) {
    const { project, circumstances } = context;
    const { plaintext, tls } = project.reach;
    if (project.kind === 'acl' || circumstances.transport === 'protected') return;
    if (isIncomplete(project, 'tls-port')) return;
    if (tls !== 'none' || plaintext === 'none' || plaintext === 'loopback') return;
    report(
      anchorOf(project, 'port', 'bind'),
      'passwords and data cross the network in clear: listen with tls-port instead',
      {
        ...severityIn(context),
        fixes: [encryption(context)],
      },
    );
  },
});

/** In a container the network may be encrypted around it; and nothing crosses while protected mode turns clients away. */
function severityIn({ project: { reach }, circumstances, profile }: Context): { severity?: Severity } {
  const mild = circumstances.flavour === 'official-image' || reach.protectedMode === 'refuses-remote-clients';
  return mild && profile === 'production' ? { severity: 'info' } : {};
}

function encryption({ project }: Context): Fix {
  const { settings, kind, root } = project;
  const line = winnerOf(project, 'port');
  const missing = [...MATERIAL].filter(([directive]) => settings.text(directive) === '');
  const lines = [
    'port 0',
    `tls-port ${settings.text('port')}`,
    // Sentinel talks to servers and to other Sentinels as replicas do.
    ...(kind === 'sentinel' && !settings.isOn('tls-replication') ? ['tls-replication yes'] : []),
    ...missing.map(([directive, path]) => `${directive} ${path}`),
  ].join('\n');
  const [first] = missing;
  return {
    title: 'Listen with TLS instead; clients then need TLS and a certificate',
    safety: 'review',
    edits: [
      line === undefined
        ? insertLine(root, anchorOf(project).line, lines)
        : replaceLine(line.document, line.line, lines),
    ],
    ...(first === undefined ? {} : { placeholder: first[1] }),
  };
}

const MATERIAL: ReadonlyMap<string, string> = new Map([
  ['tls-cert-file', '/etc/redis/tls/redis.crt'],
  ['tls-key-file', '/etc/redis/tls/redis.key'],
  ['tls-ca-cert-file', '/etc/redis/tls/ca.crt'],
]);
