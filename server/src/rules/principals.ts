import type { Catalog } from '../catalog/catalog.js';
import type { Project } from '../model/project.js';
import type { User } from '../model/user.js';
import type { Context } from './define.js';

/**
 * Whether a user is there to administer the server: named so in the settings or by convention, or the only enabled user
 * among several that may do everything. A server's one and only user is everybody's, and no administrator.
 */
export function isAdministrator(user: User, { circumstances, project }: Context): boolean {
  if (circumstances.administrators.includes(user.name) || CONVENTION.test(user.name)) return true;
  if (user.passwords === 'not-needed') return false;
  return onlySuperuser(project) === user;
}

/** The one enabled user among several that may do everything; looked for once a project, since there may be many users. */
function onlySuperuser(project: Project): User | undefined {
  const known = superusers.get(project);
  if (known !== undefined) return known.user;
  const enabled = [...project.users.values()].filter(({ enabled }) => enabled);
  const [first, second] = enabled.filter((user) => mayDoEverything(user, project.catalog));
  const user = enabled.length > 1 && second === undefined ? first : undefined;
  superusers.set(project, { user });
  return user;
}

const superusers = new WeakMap<Project, { readonly user: User | undefined }>();

/** Whether one of the user's selectors allows all commands of the target on all keys. */
export function mayDoEverything(user: User, catalog: Catalog): boolean {
  const candidates = user.selectors.filter(({ commands, keys }) => keys === 'all' && commands.future);
  if (candidates.length === 0) return false;
  const runnable = [...catalog.commands.values()].filter(({ subcommands }) => subcommands.length === 0).length;
  return candidates.some(({ commands }) => commands.list().length >= runnable);
}

/** Whether one of the user's selectors allows the command or subcommand (`config|set`) with any arguments. */
export function mayRun(user: User, command: string): boolean {
  return user.selectors.some(({ commands }) => commands.has(command));
}

/** Whether a client that sends no password is this user. */
export function isOpenDefault(user: User): boolean {
  return user.name === 'default' && user.enabled && user.passwords === 'not-needed';
}

/** Whether whoever connects is logged in without a password. */
export function hasOpenDefault({ users }: Project): boolean {
  const user = users.get('default');
  return user !== undefined && isOpenDefault(user);
}

/** Whether users stand in an ACL file that is missing or was not looked at. */
export function areUsersUnknown({ userSource }: Project): boolean {
  return userSource.kind === 'file' && userSource.document === undefined;
}

const CONVENTION = /^(?:.*[-_.])?(?:admin|root|ops|dba|superuser)/i;
