import { expect, test } from 'vitest';
import rule from '../../server/src/rules/debug-or-module-commands-enabled.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

test('the default refuses both', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
  `,
  ));

test('6.x has no such switch', () =>
  expectFindings(
    rule,
    `
      maxmemory 1gb
  `,
    { target: 'redis-6.2' },
  ));

test('milder for this machine only, and where only the administrator may', async () => {
  expect(
    await severitiesOf(
      rule,
      `enable-debug-command yes
`,
    ),
  ).toEqual(['error']);
  expect(
    await severitiesOf(
      rule,
      `enable-debug-command local
`,
    ),
  ).toEqual(['warning']);
  expect(
    await severitiesOf(
      rule,
      `user default off
user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
enable-debug-command yes
`,
    ),
  ).toEqual(['warning']);
  expect(
    await severitiesOf(
      rule,
      `user default off
user admin on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~* &* +@all
user app on #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163 ~app:* +get
enable-debug-command local
`,
    ),
  ).toEqual(['hint']);
  expect(
    await severitiesOf(
      rule,
      `enable-debug-command local
`,
      { profile: 'development' },
    ),
  ).toEqual(['hint']);
});
