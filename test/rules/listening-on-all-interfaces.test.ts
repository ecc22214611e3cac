import { expect, test } from 'vitest';
import rule from '../../server/src/rules/listening-on-all-interfaces.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('loopback and private addresses are not all interfaces', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 -::1 10.0.0.5
  `,
  ));

test('one wildcard among private addresses is enough', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 0.0.0.0
    #                ^^^^^^^ every network of this machine reaches the server: name the addresses that clients use
  `,
  ));

test('the last bind line decides, not the first', () =>
  expectFindings(
    rule,
    `
      bind 0.0.0.0
      bind 127.0.0.1
  `,
  ));

test('without a bind line the server listens everywhere', () =>
  expectFindings(
    rule,
    `
      port 6380
    # ^^^^ no bind line, so every network of this machine reaches the server: name the addresses that clients use
  `,
  ));

test('a server without a TCP port listens nowhere', () =>
  expectFindings(
    rule,
    `
      port 0
      unixsocket /run/redis/redis.sock
  `,
  ));

test('an ACL file listens to nobody', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user default off
  `,
  ));

test('Redis 6.0 knows no optional addresses, so that the fix writes none', () =>
  expectFix(
    rule,
    `
      bind 0.0.0.0
  `,
    `
      bind 127.0.0.1
  `,
    { target: 'redis-6.0' },
  ));

test('in an official image, and behind client certificates, it is a hint', async () => {
  const open = 'bind * -::*\n';
  const certificates = `${open}port 0\ntls-port 6379\ntls-cert-file a.crt\ntls-key-file a.key\ntls-ca-cert-file ca.crt\n`;
  expect(await severitiesOf(rule, open)).toEqual(['warning']);
  expect(await severitiesOf(rule, open, { circumstances: { flavour: 'official-image' } })).toEqual(['hint']);
  expect(await severitiesOf(rule, certificates)).toEqual(['hint']);
});

test('a file that is not there may name the addresses', () =>
  expectFindings(
    rule,
    `
      include /etc/redis/common.conf
  `,
  ));

test('an address of the internet is no better than all', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1 93.184.216.34
    #                ^^^^^^^^^^^^^ all of the internet reaches the server at this address: bind a private one
  `,
  ));

test.each(['10.0.0.5', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.1.1', 'fd00::1', '2001:db8::1'])(
  '%s is none of the internet',
  async (address) => expectFindings(rule, `bind ${address}\n`),
);
