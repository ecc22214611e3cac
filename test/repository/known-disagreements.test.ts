import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KNOWN_DISAGREEMENTS } from '../conformance/known-disagreements.js';

test('server/README.md lists every known disagreement with servers, and no other', () => {
  const readme = readFileSync(new URL('../../server/README.md', import.meta.url), 'utf8');
  const [, section = ''] = readme.split('### What differs for good');
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  expect(rows).toEqual([
    '| what | why | cases |',
    ...KNOWN_DISAGREEMENTS.map(({ what, why, count }) => `| ${what} | ${why} | ${count} |`),
  ]);
});
