import { X509Certificate } from 'node:crypto';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { Certificate, Certificates } from './certificates.js';
import { CLOSED, type Connection, type Reply, talkOver } from './servers/connection.js';

/** How a client comes: with a certificate or without, and the newest TLS it knows. */
export interface TlsClient {
  readonly certificate?: Certificate | undefined;
  readonly maxVersion?: 'TLSv1.2' | 'TLSv1.3';
  /** Without this: `127.0.0.1`. */
  readonly host?: '127.0.0.1' | '::1';
}

/** Connects by TLS and trusts the authority of the run. Rejects when the handshake fails. */
export async function connectTls(port: number, drawn: Certificates, client: TlsClient): Promise<Connection> {
  return talkOver(await connected(port, drawn, client));
}

/** The SHA-256 of the certificate that a server shows to a new client. */
export async function servedFingerprint(port: number, drawn: Certificates, client: TlsClient): Promise<string> {
  const socket = await connected(port, drawn, client);
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

/** The SHA-256 of a certificate. */
export function fingerprintOf({ cert }: Certificate): string {
  return new X509Certificate(cert).fingerprint256;
}

function connected(port: number, { authority }: Certificates, client: TlsClient): Promise<TLSSocket> {
  const options: ConnectionOptions = {
    host: client.host ?? '127.0.0.1',
    port,
    ca: authority,
    ...(client.certificate ?? {}),
    ...(client.maxVersion === undefined ? {} : { maxVersion: client.maxVersion }),
  };
  return new Promise((resolve, reject) => {
    const socket = connect(options);
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      socket.off('error', reject);
      resolve(socket);
    });
  });
}

/** What the first PING gets; closed where the server wants nothing to do with the client, before or after the handshake. */
export async function greeting(port: number, drawn: Certificates, client: TlsClient): Promise<Reply> {
  const connection = await connectTls(port, drawn, client).catch(() => undefined);
  const reply = await connection?.ask('PING');
  connection?.close();
  return reply ?? CLOSED;
}
