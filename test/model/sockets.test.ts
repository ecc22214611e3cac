import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { project } from '../support/fixtures.js';

test('a port that the cluster bus cannot have is named, by 6.2 the one of clients', async () => {
  const drawn = `
    tls-cert-file c
    tls-key-file k
    tls-auth-clients no
    cluster-enabled yes
    port 7000
    tls-port 17000
  `;
  expect(await said('redis-6.2', drawn)).toEqual(['Failed listening on port 7000 (cluster), aborting.']);
  expect(await said('redis-7.0', drawn)).toEqual(['Failed listening on port 17000 (cluster), aborting.']);
  expect(await said('redis-7.2', drawn)).toEqual(['Failed listening on port 17000 (cluster), aborting.']);
});

test('an address ends at a NUL byte, and has a zone only where a machine might have one', async () => {
  expect(await said('redis-7.2', 'bind "127.0.0.1\\x00x" ::1%1 fe80::1%eth0 ff02::1%eth0')).toEqual([]);
  for (const address of ['::1%lo', '::1%', '127.0.0.1%lo', 'fe80::1%', '::1%4294967296', '::1%1%2']) {
    expect(await said('redis-7.2', `bind ${address}`)).toEqual(['Failed listening on port 6379 (tcp), aborting.']);
  }
});

test('a node of a cluster that cannot open its file does not start', async () => {
  const none = "Can't open  in order to acquire a lock: No such file or directory";
  expect(await said('redis-7.2', 'cluster-config-file ""\nport 60000')).toEqual([]);
  expect(await said('redis-7.2', 'cluster-enabled yes\ncluster-config-file ""\nuser bob +nosuch')).toEqual([
    none,
    "Error loading ACL rule '+nosuch' for the user named 'bob': Unknown command or category name in ACL",
  ]);
  expect(await said('redis-6.2', 'cluster-enabled yes\ncluster-config-file ""\nuser bob +nosuch')).toEqual([
    none,
    "Error loading ACL rule '+nosuch' for the user named 'bob': Unknown command or category name in ACL",
  ]);
  expect(await said('valkey-8.1', `cluster-enabled yes\ncluster-config-file ${'x'.repeat(256)}`)).toEqual([
    `Can't open ${'x'.repeat(256)} in order to acquire a lock: File name too long`,
  ]);
});

async function said(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await project(drawn, { target })).refusals.map(({ serverSays }) => serverSays);
}
