import { aclBehaviourOf } from '../catalog/acl-behaviour.js';
import { decide } from '../model/permissions.js';
import type { User } from '../model/user.js';
import type { Context } from './define.js';
import { isAllowed } from './sensitive-commands.js';
import { watchersOf } from './sentinel-links.js';

/** Without one of these nothing fails over (sentinel.c; tried on servers). */
export const FAILING_OVER: readonly string[] = [
  'multi',
  'exec',
  'slaveof',
  'info',
  'publish',
  'subscribe',
  'config|rewrite',
  'client|kill',
];

/** Without one of these it fails over, and logs what was denied. */
export const WATCHING: readonly string[] = ['ping', 'role', 'client|setname', 'script|kill'];

/** Where Sentinels tell each other of themselves. */
export const HELLO = '__sentinel__:hello';

/** Whether Sentinels log in as the user: a file beside says so, or it is named so and may do what only they do. */
export function isOfSentinel(user: User, context: Context): boolean {
  const { catalog, kind } = context.project;
  if (kind === 'sentinel' || user.name === 'default') return false;
  if (namedBySentinels(context).includes(user.name)) return true;
  return (
    /sentinel/i.test(user.name) && ['slaveof', 'role', 'publish'].some((command) => isAllowed(user, command, catalog))
  );
}

/** The users that Sentinels of the same folder log in as. */
export function namedBySentinels(context: Context): readonly string[] {
  return watchersOf(context).flatMap(({ user }) => user?.args[2]?.value ?? []);
}

/** Whether the user may listen and speak where Sentinels find each other. */
export function hearsOthers(user: User, { project: { catalog } }: Context): boolean {
  const isDenied = (argv: readonly string[]): boolean => decide(user, argv, catalog).because === 'channel';
  return !isDenied(['publish', HELLO, '']) && !isDenied(['subscribe', HELLO]);
}

/** The ACL rules of a user that Sentinels need, and nothing more, behind its login. */
export function rightsOfSentinel({ project: { target, catalog } }: Context): string {
  const { channels, allChannelsByDefault } = aclBehaviourOf(target);
  const reset = allChannelsByDefault ? ['resetchannels'] : [];
  const hello = channels ? [...reset, `&${HELLO}`] : [];
  const more = target.product === 'valkey' && catalog.commands.has('failover') ? ['failover'] : [];
  const commands = [...FAILING_OVER, ...WATCHING, ...more].map((command) => `+${command}`);
  return [...hello, '-@all', ...commands].join(' ');
}
