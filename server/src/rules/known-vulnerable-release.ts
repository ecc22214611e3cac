import { ADVISORIES_AS_OF, type Advisory } from '../catalog/advisories.js';
import { anchorOf } from './anchor.js';
import { type Context, defineRule, type Severity } from './define.js';
import { isMet, named, openFaults } from './open-faults.js';

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
  silentWhen:
    'No release is declared, by the setting or the configuration file. Faults in Lua that lead to running code, and faults in ' +
    'TLS, have rules of their own. Of a distribution it is information: compare the changelog of its package.',
  references: ['https://redis.io/docs/latest/operate/rs/release-notes/', 'https://valkey.io/security/', 'CWE-1395'],
  example: {
    target: 'redis-7.2',
    circumstances: { release: '7.2.10' },
    bad: `
        -- redis.conf --
        bind 127.0.0.1
      # ^^^^ Redis 7.2.10 is open to CVE-2026-23479 and CVE-2026-25243 as configured, and to 1 more out of reach: upgrade to 7.2.16
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1
      # ^^^^ Redis 7.2.10 is open to CVE-2026-81934, CVE-2026-23479, CVE-2026-23631, CVE-2026-25243 and CVE-2025-49844, which this configuration keeps out of reach: upgrade to 7.2.16
        user default off
    `,
  },

  project(context, report) {
    const faults = openFaults(context);
    if (faults === undefined) return;
    const { release, others, advice } = faults;
    const at = anchorOf(context.project);
    const reachable = others.filter(({ needs }) => isMet(needs, context));
    const rest = others.length - reachable.length;
    if (reachable.length > 0) {
      const more = rest === 0 ? '' : `, and to ${rest} more out of reach`;
      report(
        at,
        `${release} is open to ${named(reachable)} as configured${more}: ${advice}`,
        severityIn(reachable, context),
      );
    } else if (rest > 0) {
      const message = `${release} is open to ${named(others)}, which this configuration keeps out of reach: ${advice}`;
      report(at, message, { severity: 'info' });
    }
    if (context.now > Date.parse(ADVISORIES_AS_OF) + LONG_AGO) {
      const message = `what is known here of vulnerabilities is of ${ADVISORIES_AS_OF}: update Redis Hardening`;
      report(at, message, { severity: 'hint' });
    }
  },
});

function severityIn(reachable: readonly Advisory[], { circumstances, profile }: Context): { severity?: Severity } {
  if (circumstances.flavour === 'distribution') return { severity: 'info' };
  if (!reachable.some(({ critical }) => critical)) return {};
  return { severity: profile === 'production' ? 'error' : 'warning' };
}

/** 90 days, in milliseconds. */
const LONG_AGO = 90 * 24 * 60 * 60 * 1000;
