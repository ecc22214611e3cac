import { decidedValue, settingTo } from './decided-value.js';
import { defineRule } from './define.js';
import { isAdministrator, mayRun } from './principals.js';

export default defineRule({
  id: 'protected-settings-changeable',
  aliases: ['cmd-protected-configs-enabled'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['commands', 'files'],
  summary: 'CONFIG SET may say where the server writes its files.',
  rationale:
    'With dir and dbfilename in hand, a client has the server write a cron job, an SSH key or a web page: the oldest way ' +
    'from a Redis password to a shell. From Redis 7.0 on CONFIG SET refuses both unless this setting allows it.',
  silentWhen:
    'The setting is `no`, which is the default, or the release has none and always allows it. It is a warning where ' +
    'only administrators may run CONFIG SET.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-73'],
  example: {
    bad: `
        -- redis.conf --
        enable-protected-configs yes
      #                          ^^^ clients may have the server write files anywhere: write no
    `,
    good: `
        -- redis.conf --
        enable-protected-configs no
    `,
  },

  project(context, report) {
    const { project } = context;
    const decided = decidedValue(project, 'enable-protected-configs');
    const value = project.settings.text('enable-protected-configs');
    if (decided === undefined || (value !== 'yes' && value !== 'local')) return;
    const reached = [...project.users.values()].some(
      (user) => user.enabled && mayRun(user, 'config|set') && !isAdministrator(user, context),
    );
    const who = value === 'yes' ? 'clients' : 'programs on this machine';
    report(decided.at, `${who} may have the server write files anywhere: write no`, {
      ...(reached ? {} : { severity: 'warning' }),
      fixes: [settingTo(project, 'enable-protected-configs', 'no', 'Keep dir and dbfilename as the file has them')],
    });
  },
});
