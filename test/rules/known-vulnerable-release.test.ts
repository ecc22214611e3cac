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
    # ^^^^ Valkey 8.1.3 is open to CVE-2026-66373, CVE-2026-23479 and CVE-2026-25243 as configured, and to 6 more out of reach: upgrade to 8.1.10
      user default on >2b7c9d1e8f3a4c5d6e7f8091a2b3c4d5 ~* +@all -@scripting
  `,
    { target: 'valkey-8.1', circumstances: { release: '8.1.3' } },
  ));

test('a line that was given up is to be left', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^ Redis 7.0.15 is open to CVE-2026-23479, CVE-2025-32023 and CVE-2024-31228 as configured, and to 10 more out of reach: move to a newer line, since its own is mended no more
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

test('what nobody can use is information, and no error', async () => {
  const closed = 'bind 127.0.0.1\nuser default off\n';
  expect(await severitiesOf(rule, closed, { target: 'redis-7.2', circumstances: { release: '7.2.10' } })).toEqual([
    'info',
  ]);
});

test('in development the worst is a warning', async () => {
  const options = { target: 'redis-7.2', circumstances: { release: '7.2.10' }, profile: 'development' } as const;
  expect(await severitiesOf(rule, OPEN, options)).toEqual(['warning']);
});

test('faults of a feature are in no release before it', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^ Redis 8.2.1 is open to CVE-2026-66373, CVE-2026-23479, CVE-2026-25243, CVE-2026-25588, CVE-2026-62356, CVE-2025-62507 and 1 more as configured, and to 2 more out of reach: upgrade to 8.2.9
  `,
    { target: 'redis-8.6', circumstances: { release: '8.2.1' } },
  ));

test('what is known grows old', () =>
  expectFindings(
    rule,
    `
      bind 127.0.0.1
    # ^^^^ what is known here of vulnerabilities is of 2026-11-23: update Redis Hardening
  `,
    { target: 'redis-7.2', circumstances: { release: '7.2.16' }, today: '2027-02-22' },
  ));

test('for ninety days it is new', () =>
  expectFindings(rule, OPEN, { target: 'redis-7.2', circumstances: { release: '7.2.16' }, today: '2027-02-21' }));
