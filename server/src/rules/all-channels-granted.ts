import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import type { AclEffect, User } from '../model/user.js';
import { type Context, defineRule, type Fix } from './define.js';
import { replacePlace } from './fixing.js';
import { isOrdinary, placeOfUser, prefixFor, purposeOf } from './ordinary-users.js';
import { allEffects, denial } from './rights-fixes.js';

export default defineRule({
  id: 'all-channels-granted',
  aliases: ['acl-channel-scope'],
  kind: 'safety',
  severity: { production: 'info', development: 'off' },
  tags: ['acl'],
  summary: 'A user may listen to and publish on every channel.',
  rationale:
    'Channels are not covered by key patterns. With notify-keyspace-events set, a user that may use every channel learns the ' +
    'name of every key that changes; and whoever publishes on __sentinel__:hello feeds the Sentinels.',
  silentWhen:
    'The user may neither subscribe nor publish, administers the server, or is the one of Sentinel. Redis 6.0 knows no channel ' +
    'rules. With keyspace notifications on and key patterns that keep the user to some keys, it is a warning.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-1220'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* &* +get +subscribe
      #                                                                                      ^^ app may use every channel: name those it needs, such as &app:*
    `,
    good: `
        -- users.acl --
        user default off
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* &app:* +get +subscribe
    `,
  },

  user(user, context, report) {
    const { project, profile } = context;
    if (!aclBehaviourOf(project.target).channels || !isOrdinary(user, context)) return;
    if (purposeOf(user, context) === 'sentinel') return;
    const open = user.selectors.filter(({ channels, commands }) => channels === 'all' && usesChannels(commands));
    if (open.length === 0) return;
    const isKept = user.selectors.every(({ keys }) => keys !== 'all');
    const isTelling = project.settings.text('notify-keyspace-events') !== '' && isKept;
    const grant = allEffects(user).findLast(isAllChannels)?.rule.at;
    const message = isTelling
      ? `${user.name} learns the names of all keys from keyspace notifications: name the channels it needs, such as &${prefixFor(user)}`
      : `${user.name} may use every channel: name those it needs, such as &${prefixFor(user)}`;
    report(grant ?? placeOfUser(user, context), message, {
      ...(isTelling && profile === 'production' ? { severity: 'warning' } : {}),
      fixes: narrowing(user, grant, context),
    });
  },
});

function usesChannels(commands: User['selectors'][0]['commands']): boolean {
  return ['subscribe', 'psubscribe', 'publish'].some((command) => commands.has(command));
}

function isAllChannels({ rule, serverSays }: AclEffect): boolean {
  return serverSays === undefined && /^(?:&\*|allchannels)$/i.test(rule.word.value);
}

/** The word that grants them becomes a prefix; where a release grants them by default, the prefix is added. */
function narrowing(user: User, grant: AclEffect['rule']['at'] | undefined, context: Context): readonly Fix[] {
  const prefix = prefixFor(user);
  const title = 'Keep it to channels with a prefix; other channels are refused';
  const fixes: readonly Fix[] =
    grant === undefined
      ? denial(user, `resetchannels &${prefix}`, ['subscribe', 'psubscribe', 'publish'], title, context)
      : [{ title, safety: 'review', edits: [replacePlace(grant, `&${prefix}`)] }];
  return fixes.map((fix) => ({ ...fix, placeholder: prefix }));
}
