import { describe, expect, test } from 'vitest';
import {
  type Baseline,
  baselineOf,
  baselineText,
  NO_BASELINE,
  readBaseline,
  sizeOf,
  united,
  withoutKnown,
} from '../../server/src/configuration/baseline.js';
import { relativeUri } from '../../server/src/configuration/relative-uri.js';
import { RULES } from '../../server/src/rules/registry.js';
import { findingsIn, project } from '../support/fixtures.js';

const HERE = 'file:///etc/redis/baseline.json';

const OPEN = `
  # for everyone
  bind 0.0.0.0
  protected-mode no
`;

async function written(drawn: string): Promise<Baseline> {
  const read = await project(drawn);
  return baselineOf(findingsIn(read, RULES), read, HERE);
}

async function leftOf(drawn: string, baseline: Baseline): Promise<readonly string[]> {
  const read = await project(drawn);
  return withoutKnown(findingsIn(read, RULES), read, baseline, HERE).map(({ rule }) => rule);
}

describe('what a baseline knows', () => {
  test('is left out, wherever its line has moved to and whatever its blanks', async () => {
    const moved = `
      # a server
      timeout 0

      bind    0.0.0.0
      protected-mode no
    `;
    const left = await leftOf(moved, await written(OPEN));
    expect(left).not.toContain('default-user-open');
    expect(left).not.toContain('listening-on-all-interfaces');
  });

  test('is found again where the line says something else', async () => {
    const changed = OPEN.replace('bind 0.0.0.0', 'bind *');
    expect(await leftOf(changed, await written(OPEN))).toContain('listening-on-all-interfaces');
  });

  test('is one finding for each entry', async () => {
    const one = 'user a on nopass ~a:* +get\n';
    const baseline = await written(`user default off\n${one}`);
    expect(await leftOf(`user default off\n${one}`, baseline)).toEqual([]);
    expect(await leftOf('user default off\nuser b on nopass ~b:* +get\n', baseline)).toEqual(['user-without-password']);
  });

  test('is nothing of other files', async () => {
    const read = await project(OPEN);
    const elsewhere = baselineOf(findingsIn(read, RULES), read, 'file:///etc/other/baseline.json');
    expect(await leftOf(OPEN, elsewhere)).not.toEqual([]);
  });
});

describe('the file', () => {
  test('is read as it was written', async () => {
    const baseline = await written(OPEN);
    const read = readBaseline(baselineText(baseline));
    expect(typeof read === 'string' ? read : sizeOf(read)).toBe(sizeOf(baseline));
    expect(await leftOf(OPEN, read as Baseline)).toEqual([]);
  });

  test('says the same of passwords that differ, so that none can be guessed from it', async () => {
    const texts = ['hunter2', 'letmein'].map(async (password) =>
      baselineText(await written(`requirepass ${password}\n`)),
    );
    const [one, other] = await Promise.all(texts);
    expect(one).toBe(other);
    expect(one).toContain('weak-password');
  });

  test.for(['', '[', '{}', '{ "version": 2, "files": {} }', 'null'])('%j is none', (text) => {
    expect(readBaseline(text)).toMatch(/^this is no/);
  });

  test('may hold anything where fingerprints are expected', () => {
    expect(
      readBaseline('{ "version": 1, "files": { "redis.conf": { "x": [1, {}], "y": 3 }, "b": null } }'),
    ).toBeInstanceOf(Map);
  });
});

test('two roots that say the same of a file say it once', async () => {
  const baseline = await written(OPEN);
  expect(sizeOf(united(baseline, baseline))).toBe(sizeOf(baseline));
  expect(sizeOf(united(NO_BASELINE, baseline))).toBe(sizeOf(baseline));
});

test('files are called as seen from the baseline', () => {
  expect(relativeUri(HERE, 'file:///etc/redis/redis.conf')).toBe('redis.conf');
  expect(relativeUri(HERE, 'file:///etc/redis/conf.d/a%20b.conf')).toBe('conf.d/a b.conf');
  expect(relativeUri(HERE, 'file:///srv/redis.conf')).toBe('../../srv/redis.conf');
  expect(relativeUri(HERE, 'stdin:')).toBe('stdin:');
});
