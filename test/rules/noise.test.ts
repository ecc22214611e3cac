import { describe, expect, test } from 'vitest';
import type { Project } from '../../server/src/model/project.js';
import { RULES } from '../../server/src/rules/registry.js';
import { type FixtureOptions, findingsIn, project, projectOf } from '../support/fixtures.js';
import { describeWithServers } from '../support/servers/requirements.js';
import { shippedFiles } from '../support/servers/shipped-files.js';

/** What is said of files at error and warning, in the order of the report. */
async function complaints(drawn: string): Promise<readonly string[]> {
  return complaintsOf(await project(drawn), {});
}

function complaintsOf(read: Project, options: FixtureOptions): readonly string[] {
  return findingsIn(read, RULES, options)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, rule }) => `${severity} ${rule}`);
}

await describeWithServers('the configuration that a distribution ships', (servers) => {
  // It listens on loopback alone. That any program of the machine has all rights is true, and the one thing that every
  // operator has to decide; no other line of the file deserves more than information.
  test.for(servers)('of $target is warned of for its open default user and nothing else', async (server, { skip }) => {
    const files = await shippedFiles(server);
    if (files.size === 0) skip('its package is not beside it');
    for (const [name, text] of files) {
      const read = await projectOf([{ name, text, withheld: false, marks: [] }], { target: server.target });
      expect(complaintsOf(read, { target: server.target })).toEqual(['warning default-user-open']);
    }
  });
});

describe('a wide-open file', () => {
  test('leads with its three worst lines', async () => {
    const [first, ...others] = await complaints('bind 0.0.0.0\nprotected-mode no\n');
    expect(first).toBe('error default-user-open');
    expect(others).toEqual(
      expect.arrayContaining([
        'warning dangerous-commands-reachable',
        'warning listening-on-all-interfaces',
        'warning protected-mode-off',
      ]),
    );
  });

  test('is as bad without any line', async () => {
    expect(await complaints('protected-mode no\n')).toEqual(
      expect.arrayContaining([
        'error default-user-open',
        'warning dangerous-commands-reachable',
        'warning listening-on-all-interfaces',
      ]),
    );
  });
});

describe('files that competent operators write', () => {
  test('a cache behind a socket, for one application', async () => {
    const file = `
      port 0
      unixsocket /run/redis/redis.sock
      unixsocketperm 770
      requirepass 1b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4f
      maxmemory 64mb
      maxmemory-policy volatile-ttl
      save ""
    `;
    expect(await complaints(file)).toEqual([]);
  });

  test('a server for some applications, with TLS and users', async () => {
    const file = `
      -- redis.conf --
      bind 10.0.0.5 127.0.0.1 -::1
      port 0
      tls-port 6379
      tls-cert-file /etc/redis/tls/redis.crt
      tls-key-file /etc/redis/tls/redis.key
      tls-ca-cert-file /etc/redis/tls/ca.crt
      tls-replication yes
      aclfile users.acl
      appendonly yes
      maxmemory 4gb
      -- users.acl --
      user default off resetpass ~* &* +@all
      user admin on #1b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4f ~* &* +@all
      user shop on #2b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4f ~shop:* resetchannels &shop:* +@all -@dangerous -@scripting
      user mail on #3b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4f ~mail:* resetchannels -@all +@read +@write +@connection -@dangerous -@scripting
      user exporter on #4b3a55e0261b0304143f805a24924d0c1c44524821305f31d9277843b8a10f4f resetchannels -@all +ping +info +client|setname
    `;
    expect(await complaints(file)).toEqual([]);
  });
});
