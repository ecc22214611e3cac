import { expect } from 'vitest';
import type { Certificate, Certificates } from './certificates.js';
import { type Combination, type MadeSet, madeSet, passwordFor } from './configuration-sets.js';
import { freePort } from './hardened-files.js';
import { type Connection, connect, type Reply } from './servers/connection.js';
import { type RunningServer, startServer } from './servers/real-server.js';
import type { Server } from './servers/server.js';
import { connectTls } from './tls-client.js';

/** The servers of a configuration, as it was written but for folders and ports. Stop them in the end. */
export interface RunningSet {
  readonly made: MadeSet;
  readonly ports: { readonly primary: number; readonly replica: number; readonly sentinel: number };
  start(node: Node): Promise<RunningServer>;
  /** Connects with the client's certificate where certificates are asked for; logs in where a user is named. */
  connect(port: number, user?: string): Promise<Connection>;
  /** Asks one thing as a user of the servers. */
  ask(port: number, user: string, ...command: readonly string[]): Promise<Reply>;
  stop(): Promise<void>;
}

type Node = 'primary' | 'replica' | 'sentinel';

const FILE: Readonly<Record<Node, string>> = {
  primary: 'redis.conf',
  replica: 'redis-replica.conf',
  sentinel: 'sentinel.conf',
};

/** Makes a configuration for a server; nothing runs yet. */
export async function runningSet(server: Server, wishes: Combination, drawn: Certificates): Promise<RunningSet> {
  const [primary, sentinel] = [await freePort(), await freePort()];
  const made = madeSet(server.target, { ...wishes, folder: '/etc/redis', port: String(primary) });
  const running: RunningServer[] = [];
  const certificate = made.choices.tls === 'mutual' ? drawn.client : undefined;
  const open = (port: number) => connectTo(port, made, drawn, certificate);
  const logIn = async (port: number, user: string): Promise<Connection> => {
    const connection = await open(port);
    expect(await connection.ask('AUTH', user, passwordFor(made, user))).toBe('OK');
    return connection;
  };
  return {
    made,
    ports: { primary, replica: primary + 1, sentinel },
    async start(node) {
      const isPlain = made.choices.tls === 'none';
      const port = node === 'sentinel' ? sentinel : node === 'replica' ? primary + 1 : primary;
      const result = await startServer(server, {
        files: filesFor(made, drawn, sentinel),
        config: FILE[node],
        role: node === 'sentinel' ? 'sentinel' : 'server',
        ...(isPlain ? { options: [], address: { host: '127.0.0.1', port } } : {}),
      });
      if ('verdict' in result) throw new Error(JSON.stringify(result));
      running.push(result);
      return result;
    },
    connect: (port, user) => (user === undefined ? open(port) : logIn(port, user)),
    async ask(port, user, ...command) {
      const connection = await logIn(port, user);
      const reply = await connection.ask(...command);
      connection.close();
      return reply;
    },
    async stop() {
      for (const one of running) await one.stop();
    },
  };
}

/** How somebody connects who is shown the way by nobody. */
export function connectTo(
  port: number,
  { choices }: MadeSet,
  drawn: Certificates,
  certificate: Certificate | undefined,
): Promise<Connection> {
  if (choices.tls === 'none') return connect({ host: '127.0.0.1', port });
  return connectTls(port, drawn, { certificate });
}

/** One replica and one Sentinel are all there is here, and the test does not wait as long as people do. */
function filesFor({ files }: MadeSet, drawn: Certificates, sentinelPort: number): Record<string, string> {
  const texts = files.map(({ name, text }) => [
    name,
    text
      .replaceAll('/etc/redis/', '')
      .replace(/^dir .*/gm, 'dir .')
      .replace(/^logfile .*/gm, 'logfile ""\nrepl-diskless-sync-delay 0')
      .replace(/^((?:tls-)?port) 26379$/m, `$1 ${sentinelPort}`)
      .replace(/^(sentinel monitor .*) 2$/m, '$1 1')
      .replace(/^(sentinel down-after-milliseconds \S+) .*/m, '$1 1000'),
  ]);
  return {
    ...Object.fromEntries(texts),
    'tls/redis.crt': drawn.node.cert,
    'tls/redis.key': drawn.node.key,
    'tls/ca.crt': drawn.authority,
  };
}
