import { expect, test } from 'vitest';
import rule from '../../server/src/rules/config-get-shows-secrets.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('silent where there is no secret to read', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      maxmemory 1gb
      user default off
      user metrics on nopass +info +config|get
  `,
  ));

test('silent about administrators, and about users without CONFIG GET', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user default off
      user ops on nopass +config
      user metrics on nopass +info +config|resetstat
  `,
  ));

test('every secret is named, and none is shown', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      tls-key-file-pass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5
      user default off
      user metrics on nopass +info +@admin
    #                              ^^^^^^^ metrics may read masterauth, tls-key-file-pass in clear with CONFIG GET: deny it, and give exporters --config-command=-
  `,
  ));

test('an old name of the setting, and 6.x', () =>
  expectFindings(
    rule,
    `
      -- valkey.conf --
      primaryauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user default off
      user metrics on nopass +info +config|get
    #                              ^^^^^^^^^^^ metrics may read masterauth in clear with CONFIG GET: deny it, and give exporters --config-command=-
  `,
    { target: 'valkey-8.1' },
  ));

test('silent in development', async () => {
  const drawn = `
    masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
    user default off
    user metrics on nopass +info +config|get
  `;
  expect(await severitiesOf(rule, drawn, { target: 'redis-6.2' })).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual([]);
});
