import { expect, test } from 'vitest';
import type { TargetName } from '../../server/src/catalog/target.js';
import { project } from '../support/fixtures.js';

test('a user of a Sentinel may name its own commands only, from 7.2 on CLIENT SETINFO too', async () => {
  const drawn = `
    -- sentinel.conf --
    user app on nopass +client|setinfo
  `;
  expect(await codes('redis-7.0', drawn)).toEqual(['acl-unknown-command']);
  for (const name of ['redis-7.2', 'redis-7.4', 'redis-8.0', 'valkey-7.2', 'valkey-8.0'] as const) {
    expect(await codes(name, drawn)).toEqual([]);
    expect(await codes(name, drawn.replace('setinfo', 'no-touch'))).toEqual(['acl-unknown-command']);
  }
});

test('a Sentinel is stopped after reading by what stops a server, but for modules, which it does not load', async () => {
  const drawn = `
    -- sentinel.conf --
    locale-collate no/locale
    loadmodule ""
    vset-force-single-threaded-execution maybe
    tls-replication yes
    sentinel foo
  `;
  expect(await texts('redis-8.6', drawn)).toEqual([
    '5 Unrecognized sentinel configuration statement.',
    'Failed to configure LOCALE for invalid locale name.',
    'No tls-cert-file configured!',
  ]);
});

test('a Sentinel listens on 26379 without a port line', async () => {
  const drawn = `
    -- sentinel.conf --
    tls-port 26379
    tls-cert-file a
    tls-key-file b
    tls-ca-cert-file c
  `;
  expect(await texts('redis-8.0', drawn)).toEqual(['Failed listening on port 26379 (tls), aborting.']);
  expect(await texts('redis-8.0', drawn.replace('26379', '6379'))).toEqual([]);
  expect(await texts('redis-8.0', drawn.replace('tls-port', 'port 0\n    tls-port'))).toEqual([]);
});

test('a Sentinel loads users from a file as a server does, in 6.0 none at all', async () => {
  const drawn = `
    -- sentinel.conf --
    aclfile absent.acl
  `;
  expect(await codes('redis-7.0', drawn)).toEqual(['acl-file-missing']);
  expect(await codes('redis-6.0', drawn)).toEqual([]);
});

test('what Sentinel reads ends at a NUL byte, and only ASCII letters have a case', async () => {
  const drawn = `
    -- sentinel.conf --
    sentinel "monitor\\x00x" "m\\x00x" "127.0.0.1\\x00x" 6379 2
    sentinel down-after-milliseconds m 5
    sentinel deny-scripts-reconfig "no\\x00x"
    sentinel \u212anown-replica m 127.0.0.1 5
    sentinel myid "${'a'.repeat(39)}\\x00"
  `;
  expect(await texts('redis-8.0', drawn)).toEqual([
    '5 Malformed Sentinel id in myid option.',
    '4 Unrecognized sentinel configuration statement.',
  ]);
});

test('6.0 asks for the name of a host, unless the text can be no name', async () => {
  for (const host of ['[::1]', '127.0.0.1:', '1:2', '08.1.1.1', '::01.2.3.4']) {
    const drawn = `
      -- sentinel.conf --
      sentinel monitor m ${host} 6379 2
    `;
    expect(await texts('redis-6.0', drawn)).toEqual(["1 Can't resolve master instance hostname."]);
    expect(await texts('redis-8.0', drawn)).toEqual(["1 Can't resolve instance hostname."]);
  }
});

test('a replica is the same one by its address, or with announce-hostnames and in 6.0 as written', async () => {
  const drawn = `
    -- sentinel.conf --
    sentinel announce-hostnames no
    sentinel monitor m 127.0.0.1 6379 2
    sentinel known-replica m 127.0.0.1 6380
    sentinel known-replica m 127.1 6380
    sentinel known-replica m 127.0.0.1 6380
  `;
  const complaint = 'Duplicate hostname and port for replica.';
  expect(await texts('redis-7.0', drawn)).toEqual([`4 ${complaint}`, `5 ${complaint}`]);
  expect(await texts('redis-7.0', drawn.replace('names no', 'names yes'))).toEqual([`5 ${complaint}`]);
  expect(await texts('redis-6.0', drawn.replace('sentinel announce-hostnames no', ''))).toEqual([
    '5 Wrong hostname or port for replica.',
  ]);
});

test('hosts that nobody can resolve are one and the same replica, but for as they are written', async () => {
  const drawn = `
    -- sentinel.conf --
    sentinel announce-hostnames no
    sentinel resolve-hostnames yes
    sentinel monitor m 127.0.0.1 6379 2
    sentinel known-replica m 1.2.3.4.5 6380
    sentinel known-replica m [::1] 6380
    sentinel known-replica m redis-1 6380
    sentinel known-replica m redis-2 6380
  `;
  expect(await texts('valkey-8.1', drawn)).toEqual(['5 Duplicate hostname and port for replica.']);
  expect(await texts('valkey-8.1', drawn.replace('names no', 'names yes'))).toEqual([]);
});

test('lines of a Sentinel are counted through all files of one pattern', async () => {
  const drawn = `
    -- sentinel.conf --
    include conf.d/*.conf
    -- conf.d/a.conf --
    # one
    -- conf.d/b.conf --
    sentinel foo
  `;
  expect(await texts('redis-8.0', drawn)).toEqual(['2 Unrecognized sentinel configuration statement.']);
});

test('a line that is refused where its file is included again is refused once, and is none for either', async () => {
  const drawn = `
    -- sentinel.conf --
    include m.conf
    include m.conf
    -- m.conf --
    sentinel monitor m 127.0.0.1 6379 2
    sentinel auth-pass n secret
    sentinel auth-pass m secret
  `;
  expect(await texts('redis-6.0', drawn)).toEqual([
    '2 No such master with specified name.',
    '1 Duplicated master name.',
    '3 No such master with specified name.',
  ]);
  expect(await texts('redis-8.0', drawn)).toEqual([
    '1 Duplicate master name.',
    '2 No such master with specified name.',
    '3 No such master with specified name.',
  ]);
});

test('no machine has a script with a name of more than 255 bytes', async () => {
  const drawn = `
    -- sentinel.conf --
    sentinel monitor m 127.0.0.1 6379 2
    sentinel notification-script m /${'x'.repeat(256)}
  `;
  expect(await texts('redis-8.0', drawn)).toEqual(['2 Notification script seems non existing or non executable.']);
});

async function codes(target: TargetName, drawn: string): Promise<readonly string[]> {
  return (await project(drawn, { target })).refusals.map(({ code }) => code);
}

async function texts(target: TargetName, drawn: string): Promise<readonly string[]> {
  const { refusals } = await project(drawn, { target });
  return refusals.map(({ serverLine, serverSays }) => [serverLine, serverSays].filter(Boolean).join(' '));
}
