import { expect, test } from 'vitest';
import rule from '../../server/src/rules/rename-command-as-access-control.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('renamed and denied is twice as good', () =>
  expectFindings(
    rule,
    `
      user default off
      user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
      user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
      rename-command CONFIG ""
  `,
  ));

test('gone for everyone', () =>
  expectFindings(
    rule,
    `
      rename-command DEBUG ""
    #                      ^^ gone for the administrator too: deny it by ACL rules
  `,
  ));

test('commands that are gone are told of once a file', () =>
  expectFindings(
    rule,
    `
      rename-command DEBUG ""
    #                      ^^ gone for the administrator too: deny it by ACL rules
      rename-command CONFIG ""
  `,
  ));

test('a long name that shows nothing is a hint', async () => {
  expect(
    await severitiesOf(
      rule,
      `rename-command CONFIG kq83hvnw0slz72mdpx
`,
    ),
  ).toEqual(['hint']);
  expect(
    await severitiesOf(
      rule,
      `rename-command CONFIG kq83
`,
    ),
  ).toEqual(['warning']);
});
