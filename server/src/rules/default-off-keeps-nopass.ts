import { type Context, defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'default-off-keeps-nopass',
  aliases: ['auth-default-off-nopass'],
  kind: 'safety',
  severity: { production: 'warning', development: 'info' },
  tags: ['authentication', 'network', 'acl'],
  summary: 'The default user is off and still has the flag nopass.',
  rationale:
    'Protected mode looks at the flag, not at whether the user is on: from 7.0 on, and in 6.x without a bind line, it turns ' +
    'away every client from another machine, also those that would log in by name. And one ACL SETUSER default on opens ' +
    'the server to everyone. The form is what ACL SETUSER default off and ACL SAVE leave behind.',
  silentWhen:
    'The default user is on, or has been given `resetpass`. It is a hint where no other machine is listened to.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-266'],
  example: {
    bad: `
        -- redis.conf --
        bind 10.0.0.5
        user default off nopass ~* &* +@all
      #                  ^^^^^^ protected mode refuses every client from another machine because of this flag: write resetpass
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
    good: `
        -- redis.conf --
        bind 10.0.0.5
        user default off resetpass ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@read
    `,
  },

  user(user, context, report) {
    if (user.name !== 'default' || user.enabled || user.passwords !== 'not-needed') return;
    const nopass = user.trace.findLast(({ rule }) => rule.word.value.toLowerCase() === 'nopass')?.rule.at;
    if (nopass === undefined) return;
    report(nopass, messageIn(context), {
      ...(isFarFromHarm(context) ? { severity: 'hint' } : {}),
      fixes: [
        {
          title: 'Take the flag away; clients from other machines get as far as logging in',
          safety: 'review',
          edits: [replacePlace(nopass, 'resetpass')],
        },
      ],
    });
  },
});

function messageIn({ project: { reach } }: Context): string {
  return reach.protectedMode === 'refuses-remote-clients'
    ? 'protected mode refuses every client from another machine because of this flag: write resetpass'
    : 'once the default user is turned on, everyone is let in without a password: write resetpass';
}

/** Where no other machine is listened to and protected mode has no part in it. */
function isFarFromHarm({ project: { reach, kind } }: Context): boolean {
  const isLocal = reach.exposure === 'none' || reach.exposure === 'loopback';
  return kind !== 'acl' && isLocal;
}
