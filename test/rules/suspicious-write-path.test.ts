import { expect, test } from 'vitest';
import rule from '../../server/src/rules/suspicious-write-path.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('usual folders', () =>
  expectFindings(
    rule,
    `
      dir /var/lib/redis
      dbfilename dump.rdb
      logfile /var/log/redis/redis.log
  `,
  ));

test('folders that only look alike', () =>
  expectFindings(
    rule,
    `
      dir /srv/www-cache/redis
      dbfilename routes.rdb
  `,
  ));

test('a dump that is a key file', () =>
  expectFindings(
    rule,
    `
      dir /home/redis/.ssh
    #     ^^^^^^^^^^^^^^^^ files written here are run or trusted by other programs: write /var/lib/redis, and look for a break-in
      dbfilename authorized_keys
    #            ^^^^^^^^^^^^^^^ other programs run or trust a file of this name: write dump.rdb, and look for a break-in
  `,
  ));

test('the home of root is usual in an official image', async () => {
  expect(
    await severitiesOf(
      rule,
      `dir /root
`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `dir /root
`,
      { circumstances: { flavour: 'official-image' } },
    ),
  ).toEqual(['warning']);
});
