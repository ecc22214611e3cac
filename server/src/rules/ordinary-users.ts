import type { User } from '../model/user.js';
import type { Place } from '../text/place.js';
import { anchorOf } from './anchor.js';
import type { Context } from './define.js';
import { isAdministrator, isOpenDefault, mayDoEverything } from './principals.js';
import { isAllowed, reachable } from './sensitive-commands.js';

/** What a user is there for, as its name and the settings say. */
export type Purpose = 'replication' | 'sentinel' | 'monitoring' | 'application';

/**
 * Whether rights are to be judged one by one: of users who are no administrators. Of a user that may do everything, or
 * that is open to whoever connects, other rules say so in one sentence.
 */
export function isOrdinary(user: User, context: Context): boolean {
  const judged = ordinary.get(context) ?? new WeakMap<User, boolean>();
  ordinary.set(context, judged);
  const known = judged.get(user) ?? isOrdinaryOnInspection(user, context);
  judged.set(user, known);
  return known;
}

/** Many rules ask of each user. */
const ordinary = new WeakMap<Context, WeakMap<User, boolean>>();

function isOrdinaryOnInspection(user: User, context: Context): boolean {
  const { project } = context;
  // A Sentinel has other commands.
  if (project.kind === 'sentinel' || !user.enabled || isOpenDefault(user)) return false;
  return !isAdministrator(user, context) && !mayDoEverything(user, project.catalog);
}

/** The users that stand for applications, and that rights are judged of; looked for once a run, since there may be many. */
export function applicationsIn(context: Context): readonly User[] {
  const known = applications.get(context);
  if (known !== undefined) return known;
  const found = [...context.project.users.values()].filter(
    (user) => isOrdinary(user, context) && purposeOf(user, context) === 'application',
  );
  applications.set(context, found);
  return found;
}

const applications = new WeakMap<Context, readonly User[]>();

/** What a user is there for. */
export function purposeOf({ name }: User, { project: { settings } }: Context): Purpose {
  if (name === settings.text('masteruser') && name !== 'default') return 'replication';
  if (/sentinel/i.test(name)) return 'sentinel';
  if (/^(?:.*[-_.])?(?:replica|repl|replication|replicator|slave)(?:[-_.]?(?:user|\d+))?$/i.test(name)) {
    return 'replication';
  }
  return MONITORING.test(name) ? 'monitoring' : 'application';
}

const MONITORING = /monitor|metric|exporter|prometheus|datadog|newrelic|health/i;

/** Those of the commands that the user may run, without what its purpose takes. */
export function needlessly(user: User, commands: readonly string[], context: Context): readonly string[] {
  const reached = reachable(user, commands, context.project);
  if (reached.length === 0) return reached;
  const needed = NEEDS[purposeOf(user, context)];
  return reached.filter((command) => !needed.includes(command));
}

const NEEDS: Readonly<Record<Purpose, readonly string[]>> = {
  replication: ['psync', 'sync', 'replconf', 'ping', 'cluster|syncslots'],
  sentinel: [
    'slaveof',
    'replicaof',
    'failover',
    'config|rewrite',
    'client|kill',
    'script|kill',
    'ping',
    'info',
    'role',
  ],
  monitoring: [],
  application: [],
};

/** What a user's purpose takes of commands that are dangerous in other hands, as far as the user may run them. */
export function neededBy(user: User, context: Context): readonly string[] {
  return NEEDS[purposeOf(user, context)].filter((command) => isAllowed(user, command, context.project.catalog));
}

/** A prefix for keys and channels of its own; the default user is nobody in particular. */
export function prefixFor({ name }: User): string {
  return `${name === 'default' ? 'app' : name}:*`;
}

/** Where to speak of a user as a whole. */
export function placeOfUser({ definedAt }: User, { project }: Context): Place {
  return definedAt ?? anchorOf(project, 'requirepass', 'bind', 'port');
}
