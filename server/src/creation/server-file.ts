import { behaviourOf } from '../catalog/behaviour.js';
import { snippetFor } from '../catalog/snippets.js';
import { isLoopback } from '../rules/loopback.js';
import { plainText } from '../text/snippet-text.js';
import type { Choices, NewRole } from './choices.js';
import { merged, without, withValue } from './lines.js';

/** The redis.conf of the server that starts as primary, or of each node of a cluster. */
export function serverFile(choices: Choices): string {
  const { role, replica, port, address } = choices;
  let text = listening(forRole(choices), choices, port, address);
  if (role === 'cluster') text = merged(text, body('Role: cluster node', choices), HEADINGS.cluster);
  if (replica) text = keptByReplicas(merged(text, body('Role: primary', choices), HEADINGS.primary), choices);
  return text;
}

/** The redis.conf of the replica. */
export function replicaFile(choices: Choices): string {
  const { address, replicaAddress, port } = choices;
  const isSameMachine = address === replicaAddress;
  const replicaPort = isSameMachine ? port + 1 : port;
  let text = listening(forRole(choices), choices, replicaPort, replicaAddress);
  if (isSameMachine) {
    text = withValue(text, 'dir', '/var/lib/redis-replica');
    text = withValue(text, 'logfile', '/var/log/redis/redis-server-replica.log');
  }
  text = merged(text, body('Role: replica', choices), HEADINGS.replica);
  return keptByReplicas(withValue(text, 'replicaof', `${address} ${port}`), choices);
}

/**
 * Makes a file listen on the addresses of its machine and with the chosen transport. One that is missing does not keep
 * the server from starting, where the release knows how to write that.
 */
export function listening(text: string, choices: Choices, port: number, ...addresses: readonly string[]): string {
  const { tls, target } = choices;
  const others = [...new Set(addresses)].filter((address) => !isLoopback(address));
  const dash = behaviourOf(target).optionalAddresses === 'known' ? '-' : '';
  const usual = dash === '' ? '127.0.0.1' : '127.0.0.1 -::1';
  const bound = withValue(text, 'bind', [usual, ...others.map((address) => `${dash}${address}`)].join(' '));
  if (tls === 'none')
    return withValue(without(bound, 'tls-').replace(TLS_COMMENT, PLAIN_COMMENT), 'port', String(port));
  const encrypted = withValue(bound, 'tls-port', String(port));
  if (tls === 'mutual') return encrypted;
  return withValue(encrypted, 'tls-auth-clients', 'no').replace(TLS_COMMENT, PASSWORD_COMMENT);
}

/** What stands above the lines that say so. */
export const TLS_COMMENT = '# Who can connect: only over TLS, only with a certificate that the CA below signed.';
const PASSWORD_COMMENT = '# Who can connect: only over TLS; who a client is, its password says.';
const PLAIN_COMMENT = '# Who can connect: whoever reaches these addresses. Nothing is encrypted on the way.';

const HEADINGS = {
  cache: 'A cache: nothing is kept on disk, and the least used keys go when memory is full.',
  session: 'A session store: sessions survive a restart, and those that expire next go first.',
  queue: 'A queue: no job is ever evicted.',
  primary: 'Replication: any node can be the primary, and they log in to each other by name.',
  replica: 'Replication: this node starts as replica, and logs in by name.',
  cluster: 'The cluster: nodes log in to each other by name.',
} as const satisfies Partial<Record<NewRole | 'replica', string>>;

const BLOCKS: Readonly<Partial<Record<NewRole, string>>> = {
  cache: 'Role: cache',
  session: 'Role: session store',
  queue: 'Role: queue',
};

function forRole(choices: Choices): string {
  const text = merged(`${body('Hardened baseline', choices).trimEnd()}\n`, body('Logging', choices), LOG_HEADING);
  const block = BLOCKS[choices.role];
  return block === undefined ? text : merged(text, body(block, choices), HEADINGS[choices.role]);
}

const LOG_HEADING = 'What must not be told: keys and values.';

/** How many replicas have to follow for writes to be taken. */
function keptByReplicas(text: string, { role, sentinel }: Choices): string {
  if (role === 'cache') return withValue(text, 'min-replicas-to-write', '0');
  if (!sentinel) return text;
  return withValue(text, 'min-replicas-to-write', '0').replace(/^min-replicas-to-write/m, `${AFTER_FAILOVER}\n$&`);
}

const AFTER_FAILOVER = `\
# After a failover nobody follows the new primary at first. With two replicas or more write 1: a primary that is cut
# off then refuses writes instead of losing them.`;

function body(name: string, { target }: Choices): string {
  return plainText(snippetFor('config', name, target.name).body);
}
