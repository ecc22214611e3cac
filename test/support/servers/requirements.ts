import { access } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import { TARGETS } from '../../../server/src/catalog/target.js';
import { fetchServers } from './fetch.js';
import { type Server, serverAt } from './server.js';

/** The servers that can be asked on this machine, and what is wrong with those that cannot. */
export interface ServersForTests {
  /** One per target, in the order of `TARGETS`. */
  readonly servers: readonly Server[];
  /** A sentence for each server that was looked for in vain. */
  readonly absent: readonly string[];
}

/**
 * All servers on call: those named in `REDIS_HARDENING_SERVERS` (`name=/path/to/redis-server`, several separated by
 * colons), and for the other targets those that Debian packages, which are downloaded when they are first needed.
 */
export async function serversForTests(): Promise<ServersForTests> {
  const absent: string[] = [];
  const byTarget = new Map<string, Server>();
  for (const { name, path, error } of [...(await fetchServers()).map(withPath), ...namedServers()]) {
    const found = path === undefined ? error : await serverAt(path).catch((problem: Error) => problem.message);
    if (typeof found === 'string') absent.push(`${name}: ${found}`);
    else if ('target' in found) byTarget.set(found.target, found);
    else absent.push(`${name}: ${found.name} has no catalogue; npm run catalog -- ${found.name} <server> makes one`);
  }
  const servers = TARGETS.flatMap((target) => byTarget.get(target) ?? []);
  return { servers, absent };
}

/**
 * A suite that asks real servers. Await it at the top of a test file.
 *
 * Without any server it skips itself and says how to get one; in continuous integration (`CI` is set) it fails
 * instead, and it fails too when fewer than five targets or not both products are at hand.
 */
export async function describeWithServers(name: string, body: (servers: readonly Server[]) => void): Promise<void> {
  const { servers, absent } = await serversForTests();
  describe(name, () => {
    if (inContinuousIntegration()) test('enough real servers are at hand', () => expectEnough(servers, absent));
    else if (servers.length === 0) test('real servers are at hand', ({ skip }) => skip(howToGetServers(absent)));
    if (servers.length > 0) body(servers);
  });
}

/** Where the facts measured on all servers lie, beside the repository. */
export const FACTS = fileURLToPath(new URL('../../../../shared/facts/', import.meta.url));

/** A suite that reads what lies beside the repository; skips itself without it, and fails instead when `CI` is set. */
export async function describeWithFacts(name: string, body: (folder: string) => void): Promise<void> {
  const there = await access(FACTS).then(
    () => true,
    () => false,
  );
  describe(name, () => {
    if (there) body(FACTS);
    else if (inContinuousIntegration()) {
      test('the measured facts are at hand', () => {
        throw new Error('../shared/facts is not beside the repository');
      });
    } else test('the measured facts are at hand', ({ skip }) => skip('../shared/facts is not beside the repository'));
  });
}

/** Skips a test that this machine cannot run, and fails it instead when `CI` is set. */
export function skipUnlessRequired(skip: (reason: string) => void, reason: string): void {
  if (inContinuousIntegration()) throw new Error(reason);
  skip(reason);
}

function withPath(fetched: Awaited<ReturnType<typeof fetchServers>>[number]) {
  return 'path' in fetched ? { ...fetched, error: '' } : { ...fetched, path: undefined };
}

function namedServers() {
  const named = process.env['REDIS_HARDENING_SERVERS'] ?? '';
  return named.split(':').flatMap((entry) => {
    const [, name = '', path = ''] = /^([^=]+)=(.+)$/.exec(entry) ?? [];
    return path === '' ? [] : [{ name, path, error: '' }];
  });
}

function inContinuousIntegration(): boolean {
  return (process.env['CI'] ?? '') !== '';
}

function expectEnough(servers: readonly Server[], absent: readonly string[]): void {
  const products = new Set(servers.map(({ target }) => target.split('-')[0]));
  if (servers.length < 5 || products.size < 2) throw new Error(howToGetServers(absent));
}

function howToGetServers(absent: readonly string[]): string {
  return [
    'no real server to ask: connect this machine to its Debian mirror,',
    'or name servers in REDIS_HARDENING_SERVERS=redis-7.2=/path/to/redis-server:...',
    ...absent.map((sentence) => `(${sentence})`),
  ].join(' ');
}
