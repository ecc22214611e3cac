import { placeOf } from '../model/statement.js';
import { defineRule } from './define.js';
import { deletion } from './fixing.js';

export default defineRule({
  id: 'requirepass-ignored',
  aliases: ['auth-requirepass-ignored'],
  kind: 'clarity',
  tags: ['authentication', 'acl'],
  severity: 'warning',
  summary: 'requirepass is set, and the line of the default user decides.',
  rationale:
    'requirepass is the password of the default user. Where a `user default` line defines that user, in the configuration ' +
    'file or in the ACL file, the line wins whichever comes first; CONFIG GET still shows the password that ' +
    'nobody needs.',
  silentWhen: 'Where no line defines the default user. It is information only where the default user is off.',
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
    report(
      placeOf(winner, winner.name),
      'no effect: the user default line decides, so put the password there or delete this line',
      {
        severity: user.enabled ? 'warning' : 'info',
        related: [{ at: user.definedAt, message: 'the default user is defined here' }],
        fixes: [deletion(winner.document, winner.line)],
      },
    );
  },
});
