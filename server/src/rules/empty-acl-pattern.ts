import { defineRule } from './define.js';
import { replacePlace } from './fixing.js';

export default defineRule({
  id: 'empty-acl-pattern',
  aliases: ['auth-weak-password', 'syn-silently-accepted'],
  kind: 'clarity',
  tags: ['acl'],
  severity: 'warning',
  summary: 'A pattern or password of a user is empty.',
  rationale:
    'Servers accept `~`, `&` and `>` without anything behind them: a pattern that matches only the empty name, and an ' +
    'empty password, with which anybody can log in. Mostly a blank slipped in behind the sign.',
  silentWhen: 'For a pattern of one character, such as ~*.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/'],
  example: {
    bad: `
        -- users.acl --
        user app on nopass ~ +@read
      #                    ^ ~ alone matches only a key with an empty name: write a pattern behind it
    `,
    good: `
        -- users.acl --
        user app on nopass ~app:* +@read
    `,
  },

  user(user, _context, report) {
    for (const { rule, serverSays } of user.trace) {
      const sign = rule.word.value;
      const meaning = MEANINGS.get(sign);
      if (meaning === undefined || serverSays !== undefined) continue;
      report(rule.at, `${sign} alone ${meaning}`, {
        fixes:
          sign === '>'
            ? []
            : [
                {
                  title: `Insert the pattern ${user.name}:*`,
                  safety: 'review',
                  edits: [replacePlace(rule.at, `${sign}${user.name}:*`)],
                  placeholder: `${user.name}:*`,
                },
              ],
      });
    }
  },
});

const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['~', 'matches only a key with an empty name: write a pattern behind it'],
  ['&', 'matches only a channel with an empty name: write a pattern behind it'],
  ['>', 'is an empty password, with which anybody can log in: write a password behind it'],
]);
