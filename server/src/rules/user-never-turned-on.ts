import type { Place } from '../text/place.js';
import { defineRule, type Fix } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'user-never-turned-on',
  aliases: ['auth-dormant-user'],
  kind: 'clarity',
  tags: ['acl', 'authentication'],
  severity: 'warning',
  summary: 'A user has a password or rights and is never turned on.',
  rationale:
    'In a file each user begins turned off, without password, keys and commands, the default user too. A line without `on` ' +
    'makes a user that nobody can log in as; for `user default` it locks out every client that does not name a user.',
  silentWhen: 'Where the line says `off`, or nothing but the name.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +set
      #      ^^^ app is never turned on, so that nobody can log in: write on, or off if that is meant
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get +set
    `,
  },

  user(user, { project }, report) {
    if (user.enabled || user.definedAt === undefined || user.trace.length === 0) return;
    if (project.refusals.some(({ at }) => at.uri === user.definedAt?.uri && at.line === user.definedAt.line)) return;
    if (user.trace.some(({ rule }) => /^(?:on|off|reset)$/i.test(rule.word.value))) return;
    const message = `${user.name} is never turned on, so that nobody can log in: write on, or off if that is meant`;
    const { definedAt } = user;
    report(definedAt, message, { fixes: [inserting('on', 'review', definedAt), inserting('off', 'safe', definedAt)] });
  },
});

function inserting(word: 'on' | 'off', safety: Fix['safety'], name: Place): Fix {
  return {
    title: `Insert ${word}`,
    safety,
    edits: [replacePlace({ ...name, start: name.end }, ` ${word}`)],
  };
}
