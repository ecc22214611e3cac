import { decidedValue, settingTo } from './decided-value.js';
import { type Context, defineRule, type Severity } from './define.js';
import { isAdministrator, mayRun } from './principals.js';

export default defineRule({
  id: 'debug-or-module-commands-enabled',
  aliases: ['cmd-debug-or-module-enabled'],
  kind: 'safety',
  severity: { production: 'error', development: 'hint' },
  tags: ['commands'],
  summary: 'Clients may run DEBUG, or load modules into the running server.',
  rationale:
    "MODULE LOAD runs native code of the caller's choice; DEBUG crashes or freezes the server. From Redis 7.0 on both are " +
    'refused unless these settings allow them. With local they are open to every program on the machine, and to requests ' +
    'that a web application can be tricked into sending.',
  silentWhen:
    'The setting is `no`, which is the default, or the release has none and always allows both. It is milder where ' +
    'only administrators may run the command.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-489', 'CWE-829'],
  example: {
    bad: `
        -- redis.conf --
        enable-module-command yes
      #                       ^^^ clients may load native code into the server: write no
    `,
    good: `
        -- redis.conf --
        enable-module-command no
    `,
  },

  project(context, report) {
    for (const [directive, command, harm] of SWITCHES) {
      const decided = decidedValue(context.project, directive);
      const value = context.project.settings.text(directive);
      if (decided === undefined || (value !== 'yes' && value !== 'local')) continue;
      const who = value === 'yes' ? 'clients' : 'programs on this machine';
      report(decided.at, `${who} may ${harm}: write no`, {
        ...severityIn(value, command, context),
        fixes: [
          settingTo(context.project, directive, 'no', 'Refuse the command to everyone; load modules with loadmodule'),
        ],
      });
    }
  },
});

const SWITCHES = [
  ['enable-debug-command', 'debug', 'crash or freeze the server'],
  ['enable-module-command', 'module|load', 'load native code into the server'],
] as const;

/** Milder where only the administrator may run it, and where only this machine is asked. */
function severityIn(value: 'yes' | 'local', command: string, context: Context): { severity?: Severity } {
  if (context.profile === 'development') return {};
  const reached = [...context.project.users.values()].some(
    (user) => user.enabled && mayRun(user, command) && !isAdministrator(user, context),
  );
  if (reached) return value === 'yes' ? {} : { severity: 'warning' };
  return { severity: value === 'yes' ? 'warning' : 'hint' };
}
