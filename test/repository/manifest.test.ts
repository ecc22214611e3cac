import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generated } from '../../server/scripts/manifest.mjs';

test.each(generated())('npm run pages would change nothing in $path.pathname', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});
