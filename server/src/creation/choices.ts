import type { Target } from '../catalog/target.js';
import { isIpv4, isIpv6 } from '../catalog/values/addresses.js';
import { NAME, type NewUser, newUser, usualUsers } from './new-users.js';

/** What a server is for. */
export const ROLES = ['cache', 'session', 'queue', 'primary', 'cluster'] as const;

export type NewRole = (typeof ROLES)[number];

/** How clients come: over TLS with certificate and password, over TLS with a password, or in plaintext. */
export const TRANSPORTS = ['mutual', 'password', 'none'] as const;

export type NewTransport = (typeof TRANSPORTS)[number];

/** What somebody wishes a new configuration to be; what is undefined is as usual. */
export interface Wishes {
  readonly role?: NewRole | undefined;
  readonly tls?: NewTransport | undefined;
  readonly replica?: boolean | undefined;
  readonly sentinel?: boolean | undefined;
  /** `NAME[:KIND[:PREFIX]]` */
  readonly users?: readonly string[] | undefined;
  readonly admin?: string | undefined;
  readonly withoutMetrics?: boolean | undefined;
  readonly withoutHealth?: boolean | undefined;
  readonly withoutAlerts?: boolean | undefined;
  /** IP address of the server that starts as primary. */
  readonly address?: string | undefined;
  /** IP address of the replica. */
  readonly replicaAddress?: string | undefined;
  readonly port?: string | undefined;
  /** Absolute path of the folder that the files will have on the server. */
  readonly folder?: string | undefined;
}

/** What is to be written, with nothing left open. */
export interface Choices {
  readonly target: Target;
  readonly role: NewRole;
  readonly tls: NewTransport;
  readonly replica: boolean;
  readonly sentinel: boolean;
  readonly users: readonly NewUser[];
  readonly admin: string;
  readonly metrics: boolean;
  readonly health: boolean;
  readonly alerts: boolean;
  readonly address: string;
  readonly replicaAddress: string;
  readonly port: number;
  readonly folder: string;
}

/** Names of users that are not for applications. */
export const SERVICE_USERS = ['default', 'metrics', 'health', 'replica', 'sentinel'];

/** Fills in what is left open, or says what is wrong with the wishes: sentences for the user. */
export function choicesFor(target: Target, wishes: Wishes): Choices | readonly string[] {
  const problems: string[] = [];
  const { role = 'primary', tls = 'mutual', sentinel = false, admin = 'ops-admin' } = wishes;
  const { address = LOOPBACK, port: portText = '6379', folder = `/etc/${target.product}` } = wishes;
  const replica = role === 'primary' || (wishes.replica ?? false);
  const replicaAddress = wishes.replicaAddress ?? LOOPBACK;

  const written = (wishes.users ?? []).map((word) => newUser(word, role));
  const users = written.length === 0 ? usualUsers(role) : written.flatMap((user) => ('name' in user ? [user] : []));
  problems.push(...written.flatMap((user) => ('problem' in user ? [user.problem] : [])));
  if (!NAME.test(admin))
    problems.push(`administrator ${admin}: write a name of letters, digits, dots, dashes and underscores`);
  problems.push(...twice([...SERVICE_USERS, admin, ...users.map(({ name }) => name)]));

  if (role === 'cluster' && wishes.replica)
    problems.push('nodes of a cluster choose their replicas themselves: leave the replica out');
  else if (sentinel && !replica) problems.push('Sentinel watches a primary and its replica: ask for a replica too');
  const most = role === 'cluster' ? 55_535 : 65_534;
  const port = /^[1-9]\d{0,4}$/.test(portText) ? Number(portText) : 0;
  if (port === 0 || port > most) problems.push(`port ${portText}: write a number from 1 to ${most}`);
  for (const one of [address, replicaAddress]) {
    if (!isIpv4(one) && !isIpv6(one)) problems.push(`address ${one}: write an IP address`);
  }
  if (!/^\/[\w./-]*[\w.-]$/.test(folder)) problems.push(`folder ${folder}: write an absolute path without blanks`);
  if (problems.length > 0) return problems;
  return {
    target,
    role,
    tls,
    replica,
    sentinel,
    users,
    admin,
    metrics: !wishes.withoutMetrics,
    health: !wishes.withoutHealth,
    alerts: !wishes.withoutAlerts,
    address,
    replicaAddress,
    port,
    folder,
  };
}

/** Whether the choices were found good. */
export function areChoices(result: Choices | readonly string[]): result is Choices {
  return 'role' in result;
}

const LOOPBACK = '127.0.0.1';

function twice(names: readonly string[]): readonly string[] {
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...repeated].map((name) => `user ${name}: this name is taken, write another one`);
}
