import { expect, test } from 'vitest';
import rule from '../../server/src/rules/digest-as-password.js';
import { expectFindings, expectFix, severitiesOf } from '../support/fixtures.js';

test('a generated password has the same form, and can be hidden', () =>
  expectFix(
    rule,
    `
      -- users.acl --
      user app on >0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186 ~app:* +get
  `,
    `
      -- users.acl --
      user app on #e60284d2fb9634efd021261ce2e5e9f5730de6e24ad625dc1868e9e23e3221bf ~app:* +get
  `,
    { title: 'It is a generated password: write its digest; keep the password elsewhere first' },
  ));

test('silent where the same text is a password elsewhere', () =>
  expectFindings(
    rule,
    `
      -- redis.conf --
      masteruser replica
      masterauth 0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186
      user default off
      user replica on >0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186 +psync +replconf +ping
  `,
  ));

test('silent about digests, other lengths, and letters that no digest has', () =>
  expectFindings(
    rule,
    `
      -- users.acl --
      user a on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~a:* +get
      user b on >9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d16 ~b:* +get
      user c on >9DCA666EB54730714630D1519264A7BF1EEAAD00B8F2EDC90D3ECBFAD928D163 ~c:* +get
  `,
  ));

test('a hint in development', async () => {
  const drawn = `-- users.acl --\nuser app on >${'0a'.repeat(32)} ~app:* +get\n`;
  expect(await severitiesOf(rule, drawn)).toEqual(['warning']);
  expect(await severitiesOf(rule, drawn, { profile: 'development' })).toEqual(['hint']);
});
