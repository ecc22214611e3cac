import { expect, test } from 'vitest';
import rule from '../../server/src/rules/protected-settings-changeable.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('the default refuses', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
  `,
  ));

test('milder where only the administrator may change settings', async () => {
  expect(
    await severitiesOf(
      rule,
      `enable-protected-configs yes
`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `user default off
user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
enable-protected-configs yes
`,
    ),
  ).toEqual(['warning']);
});
