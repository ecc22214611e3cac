import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULES } from '../../server/src/rules/registry.js';
import { skipUnlessRequired } from '../support/servers/requirements.js';

/** Problems of Redis configurations as research found them, each with a name; where it stands beside the repository. */
const CATALOGUE = new URL('../../../shared/RULES.md', import.meta.url);

const NAMED = new Set(RULES.flatMap(({ id, aliases = [] }) => [id, ...aliases]));

test('every known problem is a name of some rule', ({ skip }) => {
  if (!existsSync(CATALOGUE)) skipUnlessRequired(skip, '../shared/RULES.md is not beside the repository');
  const names = [...readFileSync(CATALOGUE, 'utf8').matchAll(/^\*\*`([a-z-]+)`/gm)].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !NAMED.has(name))).toEqual([]);
});

test('names are written as ids are, and are not those of other rules', () => {
  const ids = RULES.map(({ id }) => id);
  for (const alias of RULES.flatMap(({ aliases = [] }) => aliases)) {
    expect(alias).toMatch(/^[a-z]+(?:-[a-z0-9]+)+$/);
    expect(ids).not.toContain(alias);
  }
});
