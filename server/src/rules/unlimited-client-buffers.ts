import { openAdvisories } from '../catalog/advisories.js';
import { anchorOf } from './anchor.js';
import { decidedValue, settingTo } from './decided-value.js';
import { type Context, defineRule } from './define.js';
import { deletion } from './fixing.js';

export default defineRule({
  id: 'unlimited-client-buffers',
  aliases: ['limit-client-buffers'],
  kind: 'safety',
  severity: { production: 'hint', development: 'off' },
  tags: ['limits'],
  summary: 'A client that does not read its answers may use up the memory.',
  rationale:
    'Answers wait in memory until the client takes them, and maxmemory does not count them against anyone. One slow or ' +
    'hostile reader is enough. From Redis 7.0 on maxmemory-clients limits them all together. Arguments of gigabytes have ' +
    'besides been what integer overflows needed.',
  silentWhen:
    'Only this machine is listened to, memory is not limited at all, or the release has no maxmemory-clients. It is a ' +
    'warning in releases that are open to CVE-2025-21605.',
  references: [
    'https://redis.io/docs/latest/develop/reference/clients/',
    'CWE-770',
    'https://nvd.nist.gov/vuln/detail/CVE-2021-41099',
  ],
  example: {
    bad: `
        -- redis.conf --
        proto-max-bulk-len 4gb
      #                    ^^^ arguments of this size have been what overflows needed: delete the line for 512mb
        bind 127.0.0.1
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1
    `,
  },

  project(context, report) {
    const { project } = context;
    if (project.kind !== 'config') return;
    for (const [directive, most, shown] of SIZES) {
      const decided = decidedValue(project, directive);
      if (decided === undefined || (project.settings.number(directive) ?? 0n) <= most) continue;
      report(decided.at, `arguments of this size have been what overflows needed: delete the line for ${shown}`, {
        severity: 'warning',
        fixes: [deletion(decided.statement.document, decided.statement.line)],
      });
    }
    if (!isUnlimited(context)) return;
    report(
      anchorOf(project, 'client-output-buffer-limit', 'maxmemory'),
      `a client that does not read its answers may use up the memory: ${ADVICE}`,
      {
        ...(growsBeforeLogin(context) ? { severity: 'warning' } : {}),
        fixes: [settingTo(project, 'maxmemory-clients', '5%', 'Limit all clients together to 5 % of maxmemory')],
      },
    );
  },
});

const ADVICE = 'set maxmemory-clients';

const SIZES = [
  ['client-query-buffer-limit', 2n ** 30n, '1gb'],
  ['proto-max-bulk-len', 2n ** 29n, '512mb'],
] as const;

/** In releases that are open to CVE-2025-21605 it takes no login. */
function growsBeforeLogin({ project, circumstances: { release, flavour } }: Context): boolean {
  if (release === undefined || flavour === 'distribution') return false;
  return openAdvisories(project.target.product, release).some(({ id }) => id === 'CVE-2025-21605');
}

function isUnlimited({ project }: Context): boolean {
  const { settings, reach } = project;
  if (reach.exposure === 'none' || reach.exposure === 'loopback') return false;
  // Where the directive is unknown (6.x) there is nothing to recommend; a percentage needs maxmemory.
  if (settings.get('maxmemory-clients')?.value !== '0' || settings.number('maxmemory') === 0n) return false;
  return settings.text('client-output-buffer-limit').startsWith('normal 0 0 0');
}
