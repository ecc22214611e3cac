import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { denyingInstead } from './denying-instead.js';
import { isAdministrator, mayRun } from './principals.js';

export default defineRule({
  id: 'rename-command-as-access-control',
  aliases: ['cmd-rename-deprecated'],
  kind: 'safety',
  oncePerFile: true,
  severity: { production: 'hint', development: 'off' },
  tags: ['commands'],
  summary: 'A command is hidden by a new name instead of being denied.',
  rationale:
    'A new name is one password for everyone: it stands in clear in the file and its backups, and MONITOR shows it to ' +
    'whoever watches. Renamed to nothing the command is gone for the administrator too, who may need it to stop a script. ' +
    'ACL rules deny a command to one user, by its original name.',
  silentWhen:
    'All users who are no administrators are denied the command as well. It is a warning where the new name is short ' +
    'or holds the old one.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/', 'CWE-656'],
  example: {
    bad: `
        -- redis.conf --
        rename-command CONFIG CONFIG_b4f8
      #                       ^^^^^^^^^^^ a name is not a password, and this one shows what it hides: deny config by ACL rules
        user default on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +set +config
    `,
    good: `
        -- redis.conf --
        user default on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +set
    `,
  },

  statement(statement, context, report) {
    const [old, name] = statement.args;
    if (statement.directive?.canonical !== 'rename-command' || old === undefined || name === undefined) return;
    const command = old.value.toLowerCase();
    const reached = [...context.project.users.values()].some(
      (user) => user.enabled && !isAdministrator(user, context) && mayRun(user, command),
    );
    if (!reached) return;
    const fixes = denyingInstead(statement, context);
    if (name.value === '') {
      report(placeOf(statement, name), 'gone for the administrator too: deny it by ACL rules', { fixes });
      return;
    }
    const guessable = name.value.length < 16 || name.value.toLowerCase().includes(command);
    const why = name.value.toLowerCase().includes(command) ? ', and this one shows what it hides' : '';
    report(placeOf(statement, name), `a name is not a password${why}: deny ${command} by ACL rules`, {
      ...(guessable ? { severity: 'warning' } : {}),
      fixes,
    });
  },
});
