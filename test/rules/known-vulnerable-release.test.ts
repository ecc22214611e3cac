import { expect, test } from 'vitest';
import rule from '../../server/src/rules/known-vulnerable-release.js';
import { expectFindings, severitiesOf } from '../support/fixtures.js';

const OPEN = 'bind 10.0.0.5\nrequirepass 2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5\n';

test('nothing is said of a release that nobody declared', () => expectFindings(rule, OPEN, { target: 'redis-7.2' }));

test('nothing is said of a release that has everything mended', () =>
  expectFindings(rule, OPEN, { target: 'redis-7.2', circumstances: { release: '7.2.16' } }));

test('what is no release is open to nothing', () =>
  expectFindings(rule, OPEN, { target: 'redis-7.2', circumstances: { release: 'latest' } }));

test('a fault in scripts is out of reach where nobody may run any', () =>
  expectFindings(
    rule,
    `
      bind 10.0.0.5
    # ^^^^ Valkey 8.1.3 is open to CVE-2026-56684, CVE-2026-66373, CVE-2026-23479 and CVE-2026-25243 as configured: upgrade to 8.1.9
      user default on >2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5 ~* +@all -@scripting
  `,
    { target: 'valkey-8.1', circumstances: { release: '8.1.3' } },
  ));

test('a line that was given up is to be left', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^ Redis 7.0.15 is open to CVE-2026-23479, CVE-2025-32023 and CVE-2024-31228 as configured: its line is mended no more, so move to a newer one
      user default on >2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5 ~* +@all -@scripting -@dangerous
  `,
    { target: 'redis-7.0', circumstances: { release: '7.0.15' } },
  ));

test('distributions mend old releases without changing their number', async () => {
  const circumstances = { release: '7.2.10' };
  expect(await severitiesOf(rule, OPEN, { target: 'redis-7.2', circumstances })).toEqual(['error']);
  const packaged = { ...circumstances, flavour: 'distribution' } as const;
  expect(await severitiesOf(rule, OPEN, { target: 'redis-7.2', circumstances: packaged })).toEqual(['info']);
});
