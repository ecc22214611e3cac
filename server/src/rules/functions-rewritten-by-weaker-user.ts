import { commandsOf } from '../model/permissions.js';
import type { Project } from '../model/project.js';
import type { User } from '../model/user.js';
import { defineRule } from './define.js';
import { grantOf } from './granting.js';
import { keyPatternsOf } from './key-patterns.js';
import { isOrdinary, placeOfUser } from './ordinary-users.js';
import { isAdministrator } from './principals.js';
import { withdrawal } from './rights-fixes.js';
import { listed, reachable } from './sensitive-commands.js';

export default defineRule({
  id: 'functions-rewritten-by-weaker-user',
  aliases: ['acl-function-confused-deputy'],
  kind: 'safety',
  severity: { production: 'warning', development: 'hint' },
  tags: ['acl', 'scripting'],
  summary: 'A user may replace functions that a user with more rights calls.',
  rationale:
    'Libraries of functions are shared by all users, and a function runs with the rights of whoever calls it. A user that is ' +
    'kept to a few keys replaces a library, and gets what it may not read the next time an administrator or another ' +
    'application calls it.',
  silentWhen:
    'Nobody else may call functions, or whoever may has no more rights. Where only administrators call them, it is information. ' +
    '@write holds FUNCTION LOAD, so that +@write is enough to replace one.',
  references: ['https://redis.io/docs/latest/develop/programmability/functions-intro/', 'CWE-441'],
  example: {
    bad: `
        -- users.acl --
        user default off
        user deploy on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~deploy:* +get +function|load
      #                                                                                                 ^^^^^^^^^^^^^^ deploy may replace functions that shop calls with other rights: deny FUNCTION LOAD
        user shop on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~shop:* +@read +fcall
    `,
    good: `
        -- users.acl --
        user default off
        user deploy on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~deploy:* +get
        user shop on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~shop:* +@read +fcall
    `,
  },

  user(user, context, report) {
    if (!isOrdinary(user, context)) return;
    const { project } = context;
    const commands = reachable(user, REPLACING, project);
    const [first] = commands;
    if (first === undefined || !reachable(user, ['function|load', 'function|restore'], project).includes(first)) return;
    const others = callersOf(project);
    const isRobbed = (other: User): boolean => other !== user && hasMore(other, user);
    const victim = others.find((other) => !isAdministrator(other, context) && isRobbed(other)) ?? others.find(isRobbed);
    if (victim === undefined) return;
    report(
      grantOf(user, first)?.at ?? placeOfUser(user, context),
      `${user.name} may replace functions that ${victim.name} calls with other rights: deny ${listed(commands)}`,
      {
        ...(isAdministrator(victim, context) ? { severity: 'info' } : {}),
        fixes: () => withdrawal(user, commands, `Take these commands from ${user.name}`, context),
      },
    );
  },
});

const REPLACING = ['function|load', 'function|restore', 'function|delete', 'function|flush'];

/** Users who may call functions, the first of those with the same rights; looked for once a project. */
function callersOf(project: Project): readonly User[] {
  const known = callers.get(project);
  if (known !== undefined) return known;
  const byRights = new Map<string, User>();
  const numbers = new Map<readonly string[], number>();
  for (const user of project.users.values()) {
    if (!user.enabled || reachable(user, ['fcall', 'fcall_ro'], project).length === 0) continue;
    const commands = commandsOf(user);
    const number = numbers.get(commands) ?? numbers.size;
    numbers.set(commands, number);
    const rights = [number, ...keysOf(user)].join(' ');
    if (!byRights.has(rights)) byRights.set(rights, user);
  }
  const found = [...byRights.values()];
  callers.set(project, found);
  return found;
}

const callers = new WeakMap<Project, readonly User[]>();

/** Whether the one has a command or a key that the other has not. */
function hasMore(one: User, other: User): boolean {
  const [commands, others] = [commandsOf(one), commandsOf(other)];
  if (commands !== others && commands.some((command) => !others.includes(command))) return true;
  const keys = keysOf(other);
  return !keys.has('*') && [...keysOf(one)].some((pattern) => !keys.has(pattern));
}

function keysOf(user: User): ReadonlySet<string> {
  return new Set(keyPatternsOf(user).map(({ pattern }) => pattern));
}
