import { expect, test } from 'vitest';
import rule from '../../server/src/rules/requirepass-ignored.js';
import weakPassword from '../../server/src/rules/weak-password.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('users other than the default one do not matter', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW9sQ2x7
      user app on nopass ~app:* +@read
  `,
  ));

test('the default user of an ACL file decides', () =>
  expectFindings(
    rule,
    `
      requirepass k3vW9sQ2x7
    # ^^^^^^^^^^^ no effect: the user default line decides, so put the password there or delete this line
      aclfile /etc/redis/users.acl
      -- users.acl --
      user default off
  `,
  ));

test('no password is none to ignore', () =>
  expectFindings(
    rule,
    `
      requirepass ""
      user default off
  `,
  ));

test('the same password is said twice, which does no harm', async () => {
  const password = '0b30557a9fc4e90e33587da2c7ec11365b80a5caef14395e83a8cdf2173c6186';
  expect(await severitiesOf(rule, `requirepass ${password}\nuser default on >${password} ~* +@all\n`)).toEqual([
    'info',
  ]);
  expect(await severitiesOf(rule, `requirepass ${password}\nuser default on >other ~* +@all\n`)).toEqual(['warning']);
});

test('how weak a password is that is not in force is no concern', () =>
  expectFindings(
    [rule, weakPassword],
    `
      requirepass foobared
    # ^^^^^^^^^^^ no effect: the user default line decides, so put the password there or delete this line
      user default on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
  `,
  ));
