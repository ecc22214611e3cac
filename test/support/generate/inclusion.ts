import fc from 'fast-check';
import type { FileSet } from './configuration.js';

/** Random files that include each other, and themselves, with lines that are not the same to read a second time. */
export function inclusions(): fc.Arbitrary<FileSet> {
  const text = fc
    .array(fc.constantFrom(...LINES), { maxLength: 6 })
    .map((lines) => lines.map((line) => `${line}\n`).join(''));
  return fc.record({
    'redis.conf': text,
    'a.conf': text,
    'conf.d/a.conf': text,
    'conf.d/b.conf': text,
    'sub/a.conf': text,
    'sub/sub/a.conf': text,
    // so deep that no number of `dir` lines leaves it
    [`${'sub/'.repeat(30)}x`]: fc.constant(''),
  });
}

const LINES = [
  'include a.conf',
  'include a.conf',
  'include ./a.conf',
  'include redis.conf',
  'include conf.d/*.conf',
  'include conf.d/[ab].conf',
  'include conf.d',
  'include sub/a.conf',
  'include absent.conf',
  'include ?.conf',
  'include ./?.conf',
  'include a.conf/',
  'include a.conf/x',
  'include absent/../a.conf',
  'include sub/../a.conf',
  'include sub/../conf.d/*.conf',
  'include */a.conf',
  'include */',
  'include a.con[f]/',
  'dir sub',
  'dir .',
  'rename-command GET g',
  'rename-command g GET',
  'rename-command g h',
  'rename-command g s',
  'rename-command s GET',
  'rename-command SET ""',
  'user bob on',
  'user bob on +nosuch',
  'user eve on',
  'save 900 1',
  'save 60 5',
  'save ""',
  'timeout 5',
  'timeout x',
  'replicaof 127.0.0.1 1',
  'replicaof no one',
  'tls-cluster maybe',
  'maxmemory 1mb # comment',
  'client-output-buffer-limit normal 1 2 3',
  'cluster-enabled yes',
  'cluster-enabled no',
  'acl-pubsub-default resetchannels',
  'proc-title-template {unixsocket}',
  '"unclosed',
  'nosuch.x 1',
];
