import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { commandsOf } from '../model/permissions.js';
import type { User } from '../model/user.js';
import { type Context, defineRule } from './define.js';
import { keyPatternsOf } from './key-patterns.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { isAboutLogin, rewriting } from './rights-fixes.js';
import { listed, SENSITIVE } from './sensitive-commands.js';
import { FAILING_OVER, HELLO, isOfSentinel, rightsOfSentinel, WATCHING } from './sentinel-rights.js';

export default defineRule({
  id: 'sentinel-user-may-do-more',
  aliases: ['sentinel-user-privileges'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'sentinel'],
  summary: 'The user that Sentinels log in with may do more than Sentinels do.',
  rationale:
    'The password of this user stands in clear in the configuration of every Sentinel. Sentinels need no key and one channel, ' +
    '__sentinel__:hello; that they may make a server a replica is bad enough.',
  silentWhen:
    'It may use every channel in 6.x, as the documentation has it, which is a hint from 7.0 on. Users who may do everything are ' +
    'spoken of by other rules.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'CWE-250'],
  supersedes: [
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'functions-rewritten-by-weaker-user',
    'commands-granted-by-exclusion',
    'all-channels-granted',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &__sentinel__:hello +multi +exec +slaveof +ping +subscribe +publish +info +role +config +client|setname +client|kill +script|kill
      #      ^^^^^^^^ Sentinels do not need CONFIG SET, CONFIG GET, CONFIG HELP and CONFIG RESETSTAT: take them from sentinel
    `,
    good: `
        -- users.acl --
        user default off
        user sentinel on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 &__sentinel__:hello -@all +multi +exec +slaveof +info +publish +subscribe +config|rewrite +client|kill +ping +role +client|setname +script|kill
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context) || !isOfSentinel(user, context)) return;
    const more = commandsOf(user).filter((command) => !EXPECTED.has(command));
    const excess = excessOf(user, more, context);
    if (excess === undefined) return;
    report(placeOfUser(user, context), `${excess.message} from ${user.name}`, {
      ...(excess.isMild ? { severity: 'hint' } : {}),
      fixes: rewriting(
        user,
        isAboutLogin,
        rightsOfSentinel(context),
        `Leave ${user.name} what Sentinels need; other commands are refused`,
        context,
      ),
    });
  },
});

interface Excess {
  readonly message: string;
  readonly isMild: boolean;
}

function excessOf(user: User, more: readonly string[], { project }: Context): Excess | undefined {
  if (more.length > 0) {
    const worstFirst = new Set([...SENSITIVE.filter((command) => more.includes(command)), ...more]);
    const them = worstFirst.size === 1 ? 'it' : 'them';
    return { message: `Sentinels do not need ${listed([...worstFirst])}: take ${them}`, isMild: false };
  }
  if (keyPatternsOf(user).length > 0) return { message: 'Sentinels need no keys: take them', isMild: false };
  const { channels, selectors } = aclBehaviourOf(project.target);
  const usesAll = user.selectors.some((selector) => selector.channels === 'all');
  if (!channels || !selectors || !usesAll) return undefined;
  return { message: `Sentinels need no channel but ${HELLO}: take the others`, isMild: true };
}

/** Those that no ACL rule takes away are here too, and FAILOVER, by which Valkey 9 hands over. */
const EXPECTED: ReadonlySet<string> = new Set([
  ...FAILING_OVER,
  ...WATCHING,
  'replicaof',
  'failover',
  'auth',
  'hello',
  'quit',
  'reset',
]);
