import type { User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { anchorOf } from './anchor.js';
import { isIncomplete } from './completeness.js';
import { type Context, defineRule, type Severity } from './define.js';
import { isGrantedByName } from './granting.js';
import { isLocal } from './loopback.js';
import { areUsersUnknown, isAdministrator, isOpenDefault, mayRun } from './principals.js';
import { takingFixes } from './taking-commands.js';

export default defineRule({
  id: 'dangerous-commands-reachable',
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['commands', 'acl'],
  summary: 'Commands that wipe, freeze or take over a server are neither denied nor renamed.',
  rationale:
    'An application needs none of FLUSHALL, FLUSHDB, DEBUG, CONFIG, SHUTDOWN, KEYS, EVAL and SCRIPT by accident. Whoever ' +
    'takes the application over, or finds its password, wipes the data, changes the configuration, stops the server or ' +
    'runs Lua. ACL rules deny them to one user and leave them to the administrator; rename-command takes them from everyone.',
  supersedes: [
    'sort-ignores-key-patterns',
    'unrestricted-user',
    'one-password-for-everything',
    'untrusted-payloads-accepted',
    'functions-rewritten-by-weaker-user',
    'commands-granted-by-exclusion',
    'key-names-visible',
  ],
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/', 'CWE-250', 'CWE-749'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all
      #      ^^^ app may run FLUSHALL and FLUSHDB (wipe all data), CONFIG (change the server), SHUTDOWN (stop the server), KEYS (freeze the server and list every key), EVAL and SCRIPT (run Lua): deny what it does not need
    `,
    good: `
        -- users.acl --
        user default off
        user admin on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~* &* +@all
        user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +@all -@dangerous -@scripting
    `,
  },

  user(user, context, report) {
    // A Sentinel has none of these commands.
    if (context.project.kind === 'sentinel') return;
    if (!user.enabled || isAdministrator(user, context) || areUsersUnknown(context.project)) return;
    if (user.definedAt === undefined && isIncomplete(context.project, 'requirepass', 'aclfile')) return;
    const open = isOpenDefault(user);
    const reached = reachedBy(user, context);
    if (reached.length === 0) return;
    const who = open ? 'whoever connects' : user.name === 'default' ? 'every client' : user.name;
    report(placeOfUser(user, context), `${who} may run ${listed(reached)}: ${ADVICE}`, {
      ...severityIn(reached, context),
      fixes: () =>
        takingFixes(
          user,
          reached.map(({ command }) => command),
          context,
        ),
    });
  },
});

const ADVICE = 'deny what it does not need';

/** Where only programs of this machine get in, it is for them to go wrong first; and KEYS comes with every right to read. */
function severityIn(reached: readonly Danger[], { project, profile }: Context): { severity?: Severity } {
  const mild = isLocal(project) || reached.every(({ goodFor }) => goodFor === FREEZE);
  return mild && profile === 'production' ? { severity: 'info' } : {};
}

interface Danger {
  /** As people and `rename-command` write it. */
  readonly command: string;
  /** The commands, subcommands included, of which one suffices. */
  readonly forms: readonly string[];
  readonly goodFor: string;
}

/** Asked for by name, scripts are what the user is there for. */
const LUA = 'run Lua';

const FREEZE = 'freeze the server and list every key';

const DANGERS: readonly Danger[] = [
  { command: 'FLUSHALL', forms: ['flushall'], goodFor: 'wipe all data' },
  { command: 'FLUSHDB', forms: ['flushdb'], goodFor: 'wipe all data' },
  { command: 'DEBUG', forms: ['debug'], goodFor: 'crash or freeze the server' },
  { command: 'CONFIG', forms: ['config|set', 'config'], goodFor: 'change the server' },
  { command: 'SHUTDOWN', forms: ['shutdown'], goodFor: 'stop the server' },
  { command: 'KEYS', forms: ['keys'], goodFor: FREEZE },
  { command: 'EVAL', forms: ['eval'], goodFor: LUA },
  { command: 'SCRIPT', forms: ['script|load', 'script|flush', 'script'], goodFor: LUA },
];

function reachedBy(user: User, { project, circumstances }: Context): readonly Danger[] {
  const renamed = new Set(
    project.settings.statements('rename-command').map(({ args }) => args[0]?.value.toLowerCase()),
  );
  const debug = project.settings.get('enable-debug-command');
  return DANGERS.filter(({ command, forms, goodFor }) => {
    if (renamed.has(command.toLowerCase())) return false;
    if (command === 'DEBUG' && debug?.value === 'no') return false;
    const reached = forms.filter((form) => mayRun(user, form));
    if (goodFor !== LUA) return reached.length > 0;
    return !circumstances.scriptUsers.includes(user.name) && reached.some((form) => !isGrantedByName(user, form));
  });
}

/** `FLUSHALL and FLUSHDB (wipe all data), CONFIG (change the server)` */
function listed(dangers: readonly Danger[]): string {
  const groups = new Map<string, string[]>();
  for (const { command, goodFor } of dangers) groups.set(goodFor, [...(groups.get(goodFor) ?? []), command]);
  return [...groups].map(([goodFor, commands]) => `${commands.join(' and ')} (${goodFor})`).join(', ');
}

function placeOfUser({ definedAt }: User, { project }: Context): Place {
  return definedAt ?? anchorOf(project, 'requirepass', 'bind', 'port');
}
