import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { isIn } from '../../server/src/catalog/availability.js';
import type { TargetName } from '../../server/src/catalog/target.js';
import type { Certificates } from './certificates.js';
import { expand, SNIPPETS, type Snippet } from './snippets.js';

/** The digest that snippets have where the reader must put one. */
export const NOBODYS_DIGEST = '0'.repeat(64);

/** Where a snippet is to listen, and what stands in place of the secrets that are drawn when it is inserted. */
export interface Placement {
  readonly port: number;
  readonly primary?: number;
}

/** The variant of a snippet that a server of that target is offered; `name` is that of the newest variant. */
export function snippetFor(target: TargetName, name: string): Snippet {
  const found = SNIPPETS.find(
    (one) => one.name.replace(/ \([^)]*\)$/, '') === name && isIn(one.availability ?? '', target),
  );
  if (found === undefined) throw new Error(`${target} is offered no snippet called ${name}`);
  return found;
}

/** Snippets with all their defaults, one after the other, ready for a scratch folder. */
export function hardened(target: TargetName, names: readonly string[], placement: Placement): string {
  const text = names.map((name) => `${expand(snippetFor(target, name).body)}\n`).join('');
  return withPasswords(placed(text, placement));
}

/** The password that `withPasswords` gives a user. */
export function passwordOf(user: string): string {
  return `the password of ${user}`;
}

/** The text of a snippet, in a scratch folder and on ports of its own instead of the usual ones. */
export function placed(text: string, { port, primary = 1 }: Placement): string {
  return text
    .replaceAll('/etc/redis/', '')
    .replaceAll('/run/redis/', '')
    .replaceAll('/run/secrets/', '')
    .replace(/^dir .*/gm, 'dir .')
    .replace(/^logfile .*/gm, 'logfile ""')
    .replace(/^tls-port \d+/gm, `tls-port ${port}`)
    .replace(/^port [1-9]\d*/gm, `port ${port + 1}`)
    .replace(/^(replicaof|sentinel monitor \S+) 127\.0\.0\.1 6379/gm, `$1 127.0.0.1 ${primary}`);
}

/** Does what the reader has to do: a password for each user, and the same one wherever somebody logs in as that user. */
export function withPasswords(text: string): string {
  const digest = (user: string) => createHash('sha256').update(passwordOf(user)).digest('hex');
  return text
    .replace(/^(user (\S+) .*)#0{64}/gm, (_, before: string, user: string) => `${before}#${digest(user)}`)
    .replace(/^requirepass .*/gm, `requirepass "${passwordOf('default')}"`)
    .replace(/^sentinel sentinel-pass .*/gm, `sentinel sentinel-pass "${passwordOf('sentinel-admin')}"`)
    .replace(/^(sentinel auth-pass \S+) .*/gm, `$1 "${passwordOf('sentinel')}"`);
}

/** The certificates and the secret of replication, where the snippets look for them once they are placed. */
export function filesBeside({ authority, node }: Certificates): Record<string, string> {
  return {
    'tls/redis.crt': node.cert,
    'tls/redis.key': node.key,
    'tls/ca.crt': authority,
    'redis-replication.conf': `masterauth "${passwordOf('replica')}"\n`,
  };
}

/** A port that nobody uses now, nor the next two, low enough for the cluster bus ten thousand above it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + 4 * Math.floor(Math.random() * 5_000);
    const free = await Promise.all([port, port + 1, port + 2, port + 10_000].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
