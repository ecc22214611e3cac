import { type Advisory, mendedRelease, openAdvisories, type Precondition } from '../catalog/advisories.js';
import type { User } from '../model/user.js';
import type { Context } from './define.js';
import { mayRun } from './principals.js';

/** The known vulnerabilities of the release that somebody has declared. */
export interface OpenFaults {
  /** `Redis 7.2.10` */
  readonly release: string;
  /** What is to be done about all of them, as an order: `upgrade to 7.2.16`. */
  readonly advice: string;
  /** Scripts that break out of their interpreter, where somebody may run some. */
  readonly inLua: readonly Advisory[];
  /** Those that take a TLS listener, where there is one. */
  readonly inTls: readonly Advisory[];
  readonly others: readonly Advisory[];
}

/** Undefined where no release is declared, or the file tells nothing of a server. */
export function openFaults(context: Context): OpenFaults | undefined {
  const { project, circumstances } = context;
  const { product, title } = project.target;
  const { release } = circumstances;
  if (project.kind === 'acl' || release === undefined) return undefined;
  const open = openAdvisories(product, release);
  const mended = mendedRelease(product, release, open);
  const runsLua = luaUsers(context).length > 0;
  const isOfLua = ({ needs, critical }: Advisory): boolean => needs === 'run-lua' && critical && runsLua;
  const isOfTls = ({ needs }: Advisory): boolean => needs === 'tls-listener' && project.reach.tls !== 'none';
  return {
    release: `${title.split(' ')[0]} ${release}`,
    advice: mended === undefined ? 'move to a newer line, since its own is mended no more' : `upgrade to ${mended}`,
    inLua: open.filter(isOfLua),
    inTls: open.filter(isOfTls),
    others: open.filter((advisory) => !isOfLua(advisory) && !isOfTls(advisory)),
  };
}

/** At most six by name. */
export function named(advisories: readonly Advisory[]): string {
  const names = advisories.map(({ id }) => id);
  const shown = names.slice(0, 6);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

/** The users that are on and may run some Lua. */
export function luaUsers({ project }: Context): readonly User[] {
  return [...project.users.values()].filter((user) => user.enabled && LUA.some((command) => mayRun(user, command)));
}

/** Whether the configuration gives to somebody what it takes. */
export function isMet(needs: Precondition, context: Context): boolean {
  const { reach, settings, users } = context.project;
  const enabled = [...users.values()].filter((user) => user.enabled);
  switch (needs) {
    case 'reach-port':
      return reach.exposure === 'specific' || reach.exposure === 'all';
    case 'log-in':
      return enabled.length > 0;
    case 'run-lua':
      return luaUsers(context).length > 0;
    case 'restore':
      return enabled.some((user) => mayRun(user, 'restore') || mayRun(user, 'restore-asking'));
    case 'tls-listener':
      return reach.tls !== 'none';
    case 'certificate-users':
      return reach.tls !== 'none' && !/^(?:off)?$/i.test(settings.text('tls-auth-clients-user'));
    case 'reach-cluster-bus':
      return settings.isOn('cluster-enabled');
    case 'restricted-user':
      return enabled.some(({ selectors }) => selectors.some(({ keys }) => keys !== 'all'));
    case 'local-socket':
      return reach.unixSocket;
  }
}

/** All that feeds the interpreter. */
export const LUA: readonly string[] = [
  'eval',
  'evalsha',
  'eval_ro',
  'evalsha_ro',
  'fcall',
  'fcall_ro',
  'function|load',
  'function|restore',
  'script|load',
];
