import { type Advisory, mendedRelease, openAdvisories, type Precondition } from '../catalog/advisories.js';
import { anchorOf } from './anchor.js';
import { type Context, defineRule, type Severity } from './define.js';
import { mayRun } from './principals.js';

export default defineRule({
  id: 'known-vulnerable-release',
  aliases: ['cve-known-vulnerable-version'],
  kind: 'safety',
  severity: { production: 'warning', development: 'info' },
  tags: ['versions'],
  summary: 'The declared release of the server has known vulnerabilities.',
  rationale:
    'Faults of a release are published with their repair, and attackers read that too. Which of them matter depends on the ' +
    'configuration: a fault in scripts needs a user who may run some. The finding lists those first that this ' +
    'configuration leaves open. Distributions mend old releases without changing their number.',
  references: ['https://redis.io/docs/latest/operate/rs/release-notes/', 'https://valkey.io/security/', 'CWE-1395'],
  example: {
    target: 'redis-7.2',
    circumstances: { release: '7.2.10' },
    bad: `
        -- redis.conf --
        bind 127.0.0.1
      # ^^^^ Redis 7.2.10 is open to CVE-2026-23479, CVE-2026-23631, CVE-2026-25243 and CVE-2025-49844 as configured: upgrade to 7.2.16
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1
        user default off
    `,
  },

  project(context, report) {
    const { project, circumstances } = context;
    const { product, title } = project.target;
    if (project.kind === 'acl' || circumstances.release === undefined) return;
    const open = openAdvisories(product, circumstances.release);
    const reachable = open.filter(({ needs }) => isMet(needs, context));
    if (reachable.length === 0) return;

    const mended = mendedRelease(product, circumstances.release, open);
    const advice = mended === undefined ? 'its line is mended no more, so move to a newer one' : `upgrade to ${mended}`;
    const name = `${title.split(' ')[0]} ${circumstances.release}`;
    report(
      anchorOf(project),
      `${name} is open to ${listed(reachable)} as configured: ${advice}`,
      severityIn(reachable, context),
    );
  },
});

function severityIn(reachable: readonly Advisory[], { circumstances, profile }: Context): { severity?: Severity } {
  if (circumstances.flavour === 'distribution') return { severity: 'info' };
  return profile === 'production' && reachable.some(({ critical }) => critical) ? { severity: 'error' } : {};
}

/** At most six by name. */
function listed(advisories: readonly Advisory[]): string {
  const names = advisories.map(({ id }) => id);
  const shown = names.slice(0, 6);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

function isMet(needs: Precondition, { project }: Context): boolean {
  const { reach, settings, users } = project;
  const enabled = [...users.values()].filter((user) => user.enabled);
  const somebodyMay = (commands: readonly string[]): boolean =>
    enabled.some((user) => commands.some((command) => mayRun(user, command)));
  switch (needs) {
    case 'reach-port':
      return reach.exposure === 'specific' || reach.exposure === 'all';
    case 'log-in':
      return enabled.length > 0;
    case 'run-lua':
      return somebodyMay(['eval', 'evalsha', 'eval_ro', 'evalsha_ro', 'fcall', 'fcall_ro', 'function|load']);
    case 'restore':
      return somebodyMay(['restore', 'restore-asking']);
    case 'tls-listener':
      return reach.tls !== 'none';
    case 'reach-cluster-bus':
      return settings.isOn('cluster-enabled');
    case 'restricted-user':
      return enabled.some(({ selectors }) => selectors.some(({ keys }) => keys !== 'all'));
    case 'local-socket':
      return reach.unixSocket;
  }
}
