import { createServer } from 'node:net';
import { type Certificates, certificates } from './certificates.js';
import type { FileSet } from './generate/configuration.js';

/** Makes files of a text that listens: with ports that nobody uses, and certificates beside it. */
export async function withPortsAndCertificates(text: string): Promise<FileSet> {
  drawn ??= certificates();
  const { node, authority } = await drawn;
  const ports = await freePorts(4);
  return {
    'redis.conf': text.replace(/PORT([1-4])/g, (_, number: string) => String(ports[Number(number) - 1])),
    'node.crt': node.cert,
    'node.key': node.key,
    'ca.crt': authority,
  };
}

let drawn: Promise<Certificates> | undefined;

/** Ports below 45000, so that the one of the cluster bus, 10,000 above, can be had as well. */
async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = 20_000 + Math.floor(Math.random() * 25_000);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
