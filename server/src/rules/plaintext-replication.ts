import type { Project } from '../model/project.js';
import type { Statement } from '../model/statement.js';
import { placeOf } from '../model/statement.js';
import { decidedValue, settingTo } from './decided-value.js';
import { type Context, defineRule, type Severity } from './define.js';
import { isLoopback } from './loopback.js';

export default defineRule({
  id: 'plaintext-replication',
  aliases: ['tls-replication-plaintext'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['tls', 'replication'],
  summary: 'The replication stream is not encrypted.',
  rationale:
    'A replica fetches the whole dataset and sends masterauth in clear unless tls-replication says otherwise; tls-port is ' +
    'about clients. In a Sentinel the same setting decides whether it speaks TLS at all.',
  silentWhen:
    'Nothing replicates, the peer is this machine, or the setting `transport` says that the network is protected ' +
    'otherwise.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/', 'CWE-319'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.6
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        replicaof 10.0.0.5 6379
      # ^^^^^^^^^ the dataset travels in clear: write tls-replication yes
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.6
        port 0
        tls-port 6379
        tls-cert-file /etc/redis/tls/redis.crt
        tls-key-file /etc/redis/tls/redis.key
        tls-ca-cert-file /etc/redis/tls/ca.crt
        replicaof 10.0.0.5 6379
        tls-replication yes
    `,
  },

  project(context, report) {
    const { project, circumstances } = context;
    const { settings } = project;
    if (circumstances.transport === 'protected' || settings.isOn('tls-replication')) return;
    const peer = remotePeer(context);
    if (peer === undefined) return;

    const decided = decidedValue(project, 'tls-replication');
    const hasCa = settings.text('tls-ca-cert-file') !== '' || settings.text('tls-ca-cert-dir') !== '';
    report(decided?.at ?? placeOf(peer, peer.name), `${travellersIn(project)} in clear: write tls-replication yes`, {
      ...severityIn(project),
      fixes: hasCa
        ? [settingTo(project, 'tls-replication', 'yes', 'Replicate over TLS; the primary has to listen with it')]
        : [],
    });
  },
});

/** What goes over the network. */
function travellersIn(project: Project): string {
  const logsIn = isLoggingIn(project);
  if (project.kind === 'sentinel') return logsIn ? 'Sentinel logs in to the primary' : 'Sentinel talks to the primary';
  return logsIn ? 'the dataset and the password travel' : 'the dataset travels';
}

function isLoggingIn({ kind, settings }: Project): boolean {
  if (kind !== 'sentinel') return settings.text('masterauth') !== '';
  return settings.statements('sentinel').some(({ args }) => args[0]?.value.toLowerCase() === 'auth-pass');
}

/** Worst where clients have TLS already; orders of a Sentinel without a password are no secret. */
function severityIn(project: Project): { severity?: Severity } {
  if (project.reach.tls !== 'none') return { severity: 'error' };
  return project.kind === 'sentinel' && !isLoggingIn(project) ? { severity: 'info' } : {};
}

/** The line that names another machine to replicate from, or to watch. */
function remotePeer({ project }: Context): Statement | undefined {
  if (project.kind === 'sentinel') {
    return project.settings
      .statements('sentinel')
      .find(({ args }) => args[0]?.value.toLowerCase() === 'monitor' && !isLoopback(args[2]?.value ?? ''));
  }
  const primary = project.settings.get('replicaof');
  const [host = ''] = (primary?.value ?? '').split(' ');
  return host === '' || isLoopback(host) ? undefined : primary?.winner;
}
