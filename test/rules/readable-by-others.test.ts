import { expect, test } from 'vitest';
import rule from '../../server/src/rules/readable-by-others.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const SECRET = 'requirepass 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186';

test('a file that only its owner and group may read', () =>
  expectFindings(rule, `-- /etc/redis/redis.conf (640) --\n${SECRET}\n`));

test('a file without a secret may be read', () =>
  expectFindings(rule, '-- /etc/redis/redis.conf (644) --\nport 6379\n'));

test('a file whose mode is not known', () => expectFindings(rule, `-- /etc/redis/redis.conf --\n${SECRET}\n`));

test('a checkout, where modes mean nothing', () =>
  expectFindings(rule, `-- /home/me/conf/redis.conf (644) --\n${SECRET}\n`));

test('a secret in a comment is none that counts', () =>
  expectFindings(rule, `-- /etc/redis/redis.conf (644) --\n# ${SECRET}\nport 6379\n`));

test('an ACL file holds digests', () =>
  expectFindings(
    rule,
    `
      -- /etc/redis/redis.conf (644) --
      aclfile /etc/redis/users.acl
      -- /etc/redis/users.acl (644) --
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ every user of this machine may read what this file keeps secret: chmod o-rwx /etc/redis/users.acl
  `,
  ));

test('whoever may write the file has the server', async () => {
  const drawn = '-- /etc/redis/redis.conf (666) --\nport 6379\n';
  expect(await severitiesOf(rule, drawn)).toEqual(['error']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});

test('a private key', () =>
  expectFindings(
    rule,
    `
      -- /etc/redis/redis.conf (644) --
      tls-key-file /etc/redis/tls/redis.key
    #              ^^^^^^^^^^^^^^^^^^^^^^^^ every user of this machine may read the private key: chmod o-rwx /etc/redis/tls/redis.key
      tls-client-key-file /etc/redis/tls/client.key
      -- /etc/redis/tls/redis.key (644) --
      a key
      -- /etc/redis/tls/client.key (600) --
      a key
  `,
  ));
