import { type Context, defineRule, type Severity } from './define.js';
import { grantOf } from './granting.js';
import { isKeptToSomeKeys } from './key-patterns.js';
import { isOrdinary, needlessly, placeOfUser, purposeOf } from './ordinary-users.js';
import { withdrawal } from './rights-fixes.js';
import { COPYING, listed, written } from './sensitive-commands.js';

export default defineRule({
  id: 'user-may-copy-everything',
  aliases: ['acl-exfiltration-commands'],
  kind: 'safety',
  severity: { production: 'error', development: 'hint' },
  tags: ['acl', 'secrets'],
  summary: 'An ordinary user may read past its key patterns: the whole dataset, other clients, or the passwords.',
  rationale:
    'PSYNC streams every key to whoever runs it, whatever the key patterns say. MONITOR shows the commands of all clients ' +
    'with keys and values. ACL LIST and ACL GETUSER hand out the digests of all ' +
    'passwords, unsalted.',
  silentWhen: 'The user administers the server, or is the one that replicas log in with, which needs PSYNC.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-200', 'CWE-1220'],
  supersedes: ['key-names-visible'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user tail on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~tail:* +get +monitor
      #                                                                                             ^^^^^^^^ tail may watch the keys and values of all clients with MONITOR, whatever its key patterns say: deny it
    `,
    good: `
        -- users.acl --
        user default off
        user tail on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~tail:* +get
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context)) return;
    const commands = needlessly(user, [...COPYING, ...LOOKING], context).filter(
      (command) => purposeOf(user, context) !== 'monitoring' || !LOOKING.includes(command),
    );
    const [first] = commands;
    if (first === undefined) return;
    const others = commands.length === 1 ? written(first) : listed(commands);
    const patterns = first !== 'migrate' && isKeptToSomeKeys(user) ? ', whatever its key patterns say' : '';
    report(
      grantOf(user, first)?.at ?? placeOfUser(user, context),
      `${user.name} may ${HARMS[first]} with ${others}${patterns}: deny it`,
      {
        ...severityOf(first, context),
        fixes: withdrawal(user, commands, `Take these commands from ${user.name}`, context),
      },
    );
  },
});

const HARMS: Readonly<Record<string, string>> = {
  psync: 'copy the whole dataset',
  sync: 'copy the whole dataset',
  monitor: 'watch the keys and values of all clients',
  'acl|list': 'read the digests of all passwords',
  'acl|getuser': 'read the digests of all passwords',
  migrate: 'send keys to another server',
  'slowlog|get': 'read arguments of the commands of others',
  'client|list': 'see who is connected, from where and as whom',
};

/** Show less, or keep to the user's keys; exporters and health checks are there to look. */
const LOOKING: readonly string[] = ['migrate', 'slowlog|get', 'client|list'];

/** By the worst of the commands, which comes first. */
function severityOf(command: string, { profile }: Context): { severity?: Severity } {
  const isWorst = command === 'psync' || command === 'sync' || command === 'monitor';
  if (command === 'client|list') return { severity: 'hint' };
  return isWorst || profile === 'development' ? {} : { severity: 'warning' };
}
