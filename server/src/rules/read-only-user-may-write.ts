import type { Command } from '../catalog/command.js';
import type { AclRule, Selector, User } from '../model/user.js';
import { type Context, defineRule, type Severity } from './define.js';
import { keyPatternsOf } from './key-patterns.js';
import { placeOfUser } from './ordinary-users.js';
import { isAdministrator, isOpenDefault } from './principals.js';
import { isAboutLogin, rewriting } from './rights-fixes.js';
import { ESCALATING, listed, reachable, TOPOLOGY, WIPING } from './sensitive-commands.js';

export default defineRule({
  id: 'read-only-user-may-write',
  aliases: ['acl-readonly-user-can-write'],
  kind: 'safety',
  severity: { production: 'error', development: 'warning' },
  tags: ['acl'],
  summary: 'A user that is meant to read may change data or the server.',
  rationale:
    'Denying @write or granting keys for reading alone does not make a user read-only: ACL SETUSER is no @write command and ' +
    'grants the rest, and FLUSHALL takes no key that a pattern could keep from it. @read holds the commands that only read.',
  silentWhen:
    'Only PUBLISH and reading as a member of a group are left, which change no values: then it is a hint. Users are meant ' +
    'to read who are named so (readonly, reports, analytics …), who are denied @write, or whose key patterns are all %R~.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-863'],
  supersedes: [
    'sort-ignores-key-patterns',
    'user-may-make-itself-superuser',
    'user-may-redirect-replication',
    'user-may-copy-everything',
    'untrusted-payloads-accepted',
    'flushall-ignores-key-patterns',
    'dangerous-commands-reachable',
    'lua-left-allowed',
    'unrestricted-user',
    'functions-rewritten-by-weaker-user',
    'commands-granted-by-exclusion',
    'all-channels-granted',
  ],
  example: {
    bad: `
        -- users.acl --
        user default off
        user bi on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 %R~* +@all
      #      ^^ bi may only read its keys, and may run ACL SETUSER, ACL DELUSER, CONFIG SET, FLUSHALL, FLUSHDB and 11 more: allow it @read alone
    `,
    good: `
        -- users.acl --
        user default off
        user bi on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 %R~* -@all +@read +@connection -@dangerous
    `,
  },

  user(user, context, report) {
    const { project } = context;
    const reason = reasonOf(user);
    if (project.kind === 'sentinel' || !user.enabled || isOpenDefault(user) || isAdministrator(user, context)) return;
    if (reason === undefined) return;
    const commands = [...reachable(user, STATE, project), ...writing(user, context)];
    const harmless = reachable(user, ['publish', 'xreadgroup'], project);
    const shown = commands.length > 0 ? commands : harmless;
    if (shown.length === 0) return;
    report(placeOfUser(user, context), `${user.name} ${reason}, and may run ${listed(shown)}: allow it @read alone`, {
      ...severityOf(commands),
      fixes: rewriting(
        user,
        (rule) => isAboutLogin(rule) || isAboutKeys(rule),
        '-@all +@read +@connection -@dangerous',
        `Allow ${user.name} to read, and nothing else`,
        context,
      ),
    });
  },
});

/** Change data or the server without naming a key. */
const STATE = [
  ...ESCALATING,
  ...WIPING,
  ...TOPOLOGY,
  'shutdown',
  'client|kill',
  'client|pause',
  'script|flush',
  'function|load',
  'function|delete',
  'function|flush',
];

function severityOf(commands: readonly string[]): { severity?: Severity } {
  if (commands.length > 0) return {};
  return { severity: 'hint' };
}

/** Why a user seems to be meant to read; undefined where it does not. */
function reasonOf(user: User): string | undefined {
  const isDenied = user.trace.some(({ rule }) => /^-@write$/i.test(rule.word.value));
  const patterns = keyPatternsOf(user);
  if (patterns.length > 0 && patterns.every(({ write }) => !write)) return 'may only read its keys';
  if (isDenied) return 'is denied @write';
  return NAMED.test(user.name) ? 'is named like a user that only reads' : undefined;
}

const NAMED =
  /(?:^|[-_.])(?:ro|read|reader|readonly|read[-_.]only|viewer?|reports?|reporting|analytics?)(?:$|[-_.\d])/i;

/** Commands that change keys, where the user has keys to change; only the best known are named. */
function writing(user: User, { project: { catalog } }: Context): readonly string[] {
  return WRITING.filter((name) => {
    const command = catalog.commands.get(name);
    return command !== undefined && user.selectors.some((selector) => mayWrite(selector, command));
  });
}

const WRITING = ['set', 'del', 'hset', 'lpush', 'sadd', 'zadd', 'expire', 'xadd', 'incr'];

function mayWrite({ commands, keys }: Selector, { name }: Command): boolean {
  return commands.has(name) && (keys === 'all' || keys.some(({ write }) => write));
}

function isAboutKeys({ word }: AclRule): boolean {
  return /^(?:~|%|allkeys$|resetkeys$|&|allchannels$|resetchannels$|db=|alldbs$|resetdbs$)/i.test(word.value);
}
