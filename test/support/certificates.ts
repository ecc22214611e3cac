import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A certificate and its key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Certificates for one test run. Those of nodes are good for servers and for clients, as replicas are both. */
export interface Certificates {
  readonly authority: string;
  readonly node: Certificate;
  readonly client: Certificate;
  /** Of the same authority, its time is over. */
  readonly expired: Certificate;
  /** Of the same authority, for servers alone. */
  readonly serverOnly: Certificate;
  /** Of an authority that nobody trusts. */
  readonly foreign: Certificate;
}

/** Draws them with the machine's openssl. Rejects where there is none. */
export async function certificates(): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'certificates-'));
  const openssl = (...args: readonly string[]) => run('openssl', args, { cwd: folder });
  const issue = async (
    name: string,
    authority: string,
    { days = '2', uses = BOTH_USES } = {},
  ): Promise<Certificate> => {
    await writeFile(join(folder, 'extensions'), `extendedKeyUsage=${uses}\nsubjectAltName=IP:127.0.0.1,IP:::1\n`);
    const [key, cert] = [`${name}.key`, `${name}.crt`];
    await openssl('req', ...NEW_KEY, '-keyout', key, '-subj', `/CN=${name}`, '-out', 'request');
    const signed = [
      '-CA',
      `${authority}.crt`,
      '-CAkey',
      `${authority}.key`,
      '-CAcreateserial',
      '-extfile',
      'extensions',
    ];
    await openssl('x509', '-req', '-in', 'request', ...signed, '-days', days, '-out', cert);
    return { cert: await readFile(join(folder, cert), 'utf8'), key: await readFile(join(folder, key), 'utf8') };
  };
  try {
    for (const name of ['authority', 'stranger']) {
      const constraint = ['-addext', 'basicConstraints=critical,CA:TRUE'];
      const files = ['-keyout', `${name}.key`, '-out', `${name}.crt`];
      await openssl('req', '-x509', ...NEW_KEY, ...constraint, '-subj', `/CN=${name}`, '-days', '2', ...files);
    }
    return {
      authority: await readFile(join(folder, 'authority.crt'), 'utf8'),
      node: await issue('node', 'authority'),
      client: await issue('client', 'authority'),
      expired: await issue('expired', 'authority', { days: '-1' }),
      serverOnly: await issue('server-only', 'authority', { uses: 'serverAuth' }),
      foreign: await issue('foreign', 'stranger'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const run = promisify(execFile);
const BOTH_USES = 'serverAuth,clientAuth';
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
