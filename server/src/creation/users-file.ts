import { dropsTransactionsOfDefault } from '../catalog/aof-replay.js';
import { snippetFor, snippetsFor } from '../catalog/snippets.js';
import type { TargetName } from '../catalog/target.js';
import { digestOf } from '../rules/new-secret.js';
import { plainText } from '../text/snippet-text.js';
import type { Choices, NewRole } from './choices.js';
import { USER_KINDS } from './new-users.js';

/** A user of the server: the snippet with its rights, and the prefix of its keys where it has keys. */
export interface ServerUser {
  readonly name: string;
  readonly snippet: string;
  readonly prefix?: string;
}

/** Everybody who logs in to the server, each with a password of its own. */
export function serverUsers({
  target,
  admin,
  users,
  metrics,
  health,
  role,
  replica,
  sentinel,
}: Choices): readonly ServerUser[] {
  const replication = replica || role === 'cluster';
  return [
    { name: admin, snippet: 'Administrator' },
    ...users.map(({ name, kind, prefix }) => ({ name, snippet: USER_KINDS[kind], prefix })),
    ...(metrics ? [{ name: 'metrics', snippet: 'Service user: metrics exporter' }] : []),
    ...(health ? [{ name: 'health', snippet: 'Service user: health check' }] : []),
    ...(replication ? [{ name: 'replica', snippet: replicationUser(role, target.name) }] : []),
    ...(sentinel ? [{ name: 'sentinel', snippet: 'Service user: Sentinel' }] : []),
  ];
}

/** Nodes of a cluster hand over slots in a way of their own, where the release has one. */
function replicationUser(role: NewRole, target: TargetName): string {
  const ofCluster = 'Service user: cluster node';
  const isOffered = snippetsFor('acl', target).some(({ name }) => name === ofCluster);
  return role === 'cluster' && isOffered ? ofCluster : 'Service user: replication';
}

/**
 * The ACL file of these users.
 * @param passwordOf in clear; the file gets the digest
 */
export function usersFile(choices: Choices, passwordOf: (user: string) => string): string {
  const { role, target } = choices;
  // Without an append-only file nothing is read back with the rights of the default user.
  const keepsRights = role !== 'cache' && dropsTransactionsOfDefault(target, undefined);
  const defaultUser = keepsRights ? 'Default user off' : 'Default user off, without any rights';
  const lines = serverUsers(choices).map(({ name, snippet, prefix }) => {
    const line = body(snippet, choices).replace(UNFILLED, () => `user ${name} on ${digestOf(passwordOf(name))}`);
    return prefix === undefined ? line : line.replace(KEYS, (_, permissions = '') => `${permissions}~${prefix}:*`);
  });
  return [body(defaultUser, choices), ...lines].map((line) => `${line}\n`).join('');
}

const UNFILLED = /^user \S+ on #0{64}/;
const KEYS = /(?<= )(%[RW]+)?~[^ :]+:\*/;

function body(name: string, { target }: Choices): string {
  return plainText(snippetFor('acl', name, target.name).body);
}
