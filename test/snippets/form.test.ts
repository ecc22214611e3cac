import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { targetsIn } from '../../server/src/catalog/availability.js';
import { TARGETS } from '../../server/src/catalog/target.js';
import { AVAILABILITY, expand, SNIPPETS, tabStops } from '../support/snippets.js';

const PREFIX: Readonly<Record<string, RegExp>> = {
  'redis-conf': /^redis-(?:harden|role)(?:-[a-z]+)*(?:-\d){0,2}$/,
  'redis-acl': /^acl(?:-[a-z]+)+(?:-\d)?$/,
  'redis-sentinel': /^sentinel-harden(?:-[a-z]+)*(?:-\d)?$/,
};
const ANY_PREFIX = /^redis-[a-z-]+$/;

describe.each(SNIPPETS)('$file: $name', ({ file, prefixes, description, body, availability }) => {
  test('is found by prefixes that nothing else has', () => {
    for (const prefix of prefixes) {
      expect(prefix).toMatch(PREFIX[file] ?? ANY_PREFIX);
      expect(SNIPPETS.filter((other) => other.prefixes.includes(prefix))).toHaveLength(1);
    }
  });

  test('says what it is for in sentences', () => {
    expect(description).toMatch(/^[A-Z].{20,}\.$/s);
  });

  test('is for at least one server', () => {
    expect(availability).toBeDefined();
    expect(targetsIn(availability ?? '').length).toBeGreaterThan(0);
  });

  test('has tab stops from 1 on without a gap', () => {
    const stops = new Set(tabStops(body).filter((stop) => stop !== 0));
    expect([...stops].sort((a, b) => a - b)).toEqual(Array.from(stops, (_, index) => index + 1));
  });

  test('has no comment where a server would refuse it', () => {
    for (const line of expand(body).split('\n')) {
      if (file === 'redis-acl') expect(line).not.toMatch(/^\s*#|\s#(?![0-9a-f]{64}(?:\s|$))/);
      else if (file === 'redis-conf' || file === 'redis-sentinel') {
        expect(line).not.toMatch(/^[^#\s].*\s#(?![0-9a-f]{64}(?:\s|$))/);
      }
    }
  });
});

test('every availability belongs to a snippet', () => {
  expect(Object.keys(AVAILABILITY).sort()).toEqual(SNIPPETS.map(({ name }) => name).sort());
});

test.each(TARGETS)('%s has a baseline, an administrator, application users and a Sentinel to start from', (target) => {
  const offered = SNIPPETS.filter(({ availability }) => targetsIn(availability ?? '').includes(target));
  const names = offered.map(({ name }) => name.replace(/ \([^)]*\)$/, ''));
  for (const name of ['Hardened baseline', 'TLS only', 'Command lockdown, shared password', 'Hardened users']) {
    expect(names.filter((one) => one === name)).toHaveLength(1);
  }
  for (const name of ['Administrator', 'Service user: Sentinel', 'Hardened Sentinel', 'Logging']) {
    expect(names.filter((one) => one === name)).toHaveLength(1);
  }
});

test('the manifest offers every file of snippets, each in its own languages', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const offered: { language: string; path: string }[] = manifest.contributes.snippets;
  const paths = new Set(offered.map(({ path }) => path));
  expect([...paths].sort()).toEqual([...new Set(SNIPPETS.map(({ file }) => `./snippets/${file}.json`))].sort());
  for (const id of ['redis-conf', 'redis-acl', 'redis-sentinel']) {
    expect(offered).toContainEqual({ language: id, path: `./snippets/${id}.json` });
  }
});
