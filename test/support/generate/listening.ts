import fc from 'fast-check';
import type { Catalog } from '../../../server/src/catalog/catalog.js';

/**
 * Random files that decide where a server listens: ports, addresses, TLS, cluster. Ports are `PORT1` to `PORT4`, to be
 * replaced by free ones; certificates are `node.crt`, `node.key` and `ca.crt`. `s.sock` is always listened on.
 */
export function listeningFiles(catalog: Catalog): fc.Arbitrary<string> {
  const known = POOLS.filter(([name]) => catalog.directives.has(name));
  const line = fc
    .constantFrom(...known)
    .chain(([name, values]) => fc.constantFrom(...values).map((value) => `${name} ${value}`));
  return fc
    .tuple(fc.constantFrom(...MATERIAL), fc.array(line, { minLength: 1, maxLength: 8 }))
    .map(([material, lines]) => `port PORT4\n${material}${lines.join('\n')}\nunixsocket s.sock\n`);
}

const MATERIAL = [
  '',
  'tls-cert-file node.crt\ntls-key-file node.key\n',
  'tls-cert-file node.crt\ntls-key-file node.key\ntls-ca-cert-file ca.crt\n',
  'tls-cert-file node.crt\ntls-key-file node.key\ntls-ca-cert-file ca.crt\ntls-auth-clients no\n',
];

const POOLS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['port', ['PORT1', 'PORT2', '0', 'PORT1']],
  ['tls-port', ['PORT1', 'PORT2', '0', 'PORT3', 'PORT3']],
  ['tls-cert-file', ['""', 'node.crt']],
  ['tls-key-file', ['""', 'node.key']],
  ['tls-ca-cert-file', ['""', 'ca.crt']],
  ['tls-ca-cert-dir', ['.', '""']],
  ['tls-auth-clients', ['no', 'optional', 'yes']],
  ['tls-replication', ['yes', 'no']],
  ['tls-cluster', ['yes', 'no']],
  ['tls-protocols', ['TLSv1.2', '"TLSv1.2 TLSv1.3"', 'SSLv3', '"TLSv1.2  TLSv1.3"', '""', 'tlsv1.3']],
  ['cluster-enabled', ['yes', 'no', 'yes']],
  ['cluster-config-file', ['""', 'nodes.conf', 'x'.repeat(256)]],
  ['cluster-port', ['PORT1', 'PORT3', '0']],
  ['replicaof', ['127.0.0.1 1', 'no one']],
  ['unixsocket', [`/${'x'.repeat(120)}`, '""']],
  ['bio_cpulist', ['0']],
  ['user', ['bob on', 'bob +nosuch']],
  ['loglevel', ['warning', 'nothing']],
  ['nosuch.x', ['1']],
  [
    'bind',
    [
      '127.0.0.1',
      '*',
      '""',
      '#',
      '127.0.0.1 #',
      '127.0.0.1 127.1',
      '0.0.0.0 127.0.0.1',
      '::1 127.0.0.1',
      ':: ::1',
      '* -::*',
      '* ::*',
      '-127.0.0.1',
      '127.0.0.1,::1',
      '10.0.0.256',
      '[::1]',
      '::ffff:127.0.0.1',
      '"127.0.0.1 ::1"',
      '127.0.0.1:6379',
      '"127.0.0.1\\x00x"',
      '127.0.0.1%lo',
      '::1%1',
      '::1%lo',
      '::1%',
    ],
  ],
];
