import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { deletion } from './fixing.js';
import { digestOf } from './new-secret.js';
import { passwordsInForce } from './passwords-in-force.js';

export default defineRule({
  id: 'requirepass-ignored',
  aliases: ['auth-requirepass-ignored'],
  kind: 'clarity',
  supersedes: ['weak-password', 'secret-in-clear'],
  tags: ['authentication', 'acl'],
  severity: 'warning',
  summary: 'requirepass is set, and the line of the default user decides.',
  rationale:
    'requirepass is the password of the default user. Where a `user default` line defines that user, in the configuration ' +
    'file or in the ACL file, the line wins whichever comes first; CONFIG GET still shows the password that ' +
    'nobody needs.',
  silentWhen:
    'Where no line defines the default user. It is information only where the default user is off, or has the same password.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- redis.conf --
        requirepass k3vW9sQ2x7
      # ^^^^^^^^^^^ no effect: the user default line decides, so put the password there or delete this line
        user default on nopass ~* &* +@all
    `,
    good: `
        -- redis.conf --
        user default on nopass ~* &* +@all
    `,
  },

  project({ project: { settings, users } }, report) {
    const winner = settings.get('requirepass')?.winner;
    const user = users.get('default');
    if (winner === undefined || settings.text('requirepass') === '' || user?.definedAt === undefined) return;
    const digest = digestOf(settings.text('requirepass'));
    const isRedundant = passwordsInForce(user).some((password) => password.digest === digest);
    const message = isRedundant
      ? 'no effect: the user default line has this password already, so delete this line'
      : 'no effect: the user default line decides, so put the password there or delete this line';
    report(placeOf(winner, winner.name), message, {
      severity: user.enabled && !isRedundant ? 'warning' : 'info',
      related: [{ at: user.definedAt, message: 'the default user is defined here' }],
      fixes: [deletion(winner.document, winner.line)],
    });
  },
});
